'use client'

import { Button, Link } from '@payloadcms/ui'

import type { BulkReport } from './useBulkRun'
import { useRoutes } from '../../useRoutes'
import { useText } from '../../useText'

/** What became of each order: who was refused and why first, then those that went through. */
export const BulkResult = ({
  onClose,
  report: { action, done, failures },
  slug,
}: {
  report: BulkReport
  slug: string
  onClose: () => void
}) => {
  const { number, t } = useText()
  const routes = useRoutes()
  const counts = { done: number(done.length), count: number(done.length + failures.length) }
  return (
    <div className={`channel-note ${failures.length > 0 ? 'channel-note--warning' : ''}`}>
      <p>{t('bulkDone', { action: t(`do.${action}`), ...counts })}</p>
      {failures.length > 0 && (
        <>
          <p>{t('bulkFailed')}</p>
          <ul className="channel-bulk__failures">
            {failures.map(({ id, message, orderNumber }) => (
              <li key={id}>
                <Link className="channel-link" href={routes.admin(`/collections/${slug}/${id}`)}>
                  {orderNumber}
                </Link>
                {`: ${message}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {done.length > 0 && (
        <details>
          <summary>{`${t('bulkDoneOrders')}: ${number(done.length)}`}</summary>
          <p>{done.map(({ orderNumber }) => orderNumber).join(', ')}</p>
        </details>
      )}
      <Button buttonStyle="subtle" margin={false} onClick={onClose} size="small">
        {t('close')}
      </Button>
    </div>
  )
}
