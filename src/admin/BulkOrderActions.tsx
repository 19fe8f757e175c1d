'use client'

import { Button, useListQuery, useSelection } from '@payloadcms/ui'
import { useState } from 'react'

import { orderMachine, type OrderAction, type OrderState } from '../domain/orderMachine'
import { AskDialog } from './AskDialog'
import { questionBefore } from './orderActionLook'
import { useBulkRun, type BulkReport, type BulkTarget } from './useBulkRun'
import { useText } from './useText'

/** Approves, rejects or sends back the selected orders, one after the other. */
export const BulkOrderActions = ({ allowed }: { allowed: OrderAction[] }) => {
  const { number, t } = useText()
  const selected = useSelectedOrders()
  const { progress, report, run, dismiss } = useBulkRun()
  const [asking, setAsking] = useState<OrderAction | null>(null)
  const targetsOf = (action: OrderAction) =>
    selected.filter(({ state }) => orderMachine.targets(state, action).length > 0)
  const possible = allowed.filter((action) => targetsOf(action).length > 0)
  const start = (action: OrderAction, reason?: string) => {
    setAsking(null)
    void run(targetsOf(action), action, reason)
  }
  const name = (action: OrderAction) =>
    t('bulkButton', { action: t(`do.${action}`), count: number(targetsOf(action).length) })
  return (
    <section aria-label={t('bulkActions')} className="channel-bulk">
      {selected.length > 0 && (
        <div className="channel-bulk__bar">
          <span>{t('selected', { count: number(selected.length) })}</span>
          {possible.length === 0 && <span className="channel-hint">{t('bulkNothing')}</span>}
          {possible.map((action) => (
            <Button
              buttonStyle={questionBefore(action, true) ? 'secondary' : 'primary'}
              disabled={progress !== null}
              extraButtonProps={{ 'data-action': action }}
              key={action}
              margin={false}
              onClick={() => (questionBefore(action, true) ? setAsking(action) : start(action))}
              size="small"
            >
              {name(action)}
            </Button>
          ))}
        </div>
      )}
      <div aria-live="polite" className="channel-bulk__progress" role="status">
        {progress && (
          <>
            <progress aria-hidden="true" max={progress.count} value={progress.done} />
            {t('bulkProgress', { done: number(progress.done), count: number(progress.count) })}
          </>
        )}
        {report && <Report onClose={dismiss} report={report} />}
      </div>
      {asking && (
        <AskDialog
          confirm={name(asking)}
          onAnswer={(reason) => start(asking, reason)}
          onClose={() => setAsking(null)}
          question={questionBefore(asking, true) ?? 'confirm'}
          title={name(asking)}
        />
      )}
    </section>
  )
}

const Report = ({ onClose, report }: { report: BulkReport; onClose: () => void }) => {
  const { number, t } = useText()
  const { action, count, failures } = report
  const done = number(count - failures.length)
  return (
    <div className={`channel-note ${failures.length > 0 ? 'channel-note--warning' : ''}`}>
      <p>{t('bulkDone', { action: t(`do.${action}`), done, count: number(count) })}</p>
      {failures.length > 0 && (
        <>
          <p>{t('bulkFailed')}</p>
          <ul>
            {failures.map(({ message, orderNumber }) => (
              <li key={orderNumber}>{`${orderNumber}: ${message}`}</li>
            ))}
          </ul>
        </>
      )}
      <Button buttonStyle="subtle" margin={false} onClick={onClose} size="small">
        {t('close')}
      </Button>
    </div>
  )
}

/** The ticked rows of this page of the list. */
const useSelectedOrders = (): BulkTarget[] => {
  const { selectedIDs } = useSelection()
  const { data } = useListQuery()
  const chosen = new Set(selectedIDs.map(String))
  return (data?.docs ?? [])
    .filter(({ id }) => chosen.has(String(id)))
    .map((doc) => ({
      id: String(doc.id),
      orderNumber: String((doc as { orderNumber?: string }).orderNumber ?? doc.id),
      revision: (doc as { revision?: null | number }).revision ?? 0,
      state: (doc as { state: OrderState }).state,
    }))
}
