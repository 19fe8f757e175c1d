'use client'

import { Link } from '@payloadcms/ui'

import { Instant } from '../ui/Instant'
import type { LicenseRow, OrderPage } from './loadOrderPage'
import { Panel } from '../ui/Panel'
import { StateBadge } from '../ui/states/StateBadge'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'

const columns = ['licenseId', 'state', 'product', 'customer', 'expires'] as const

/** The first licenses of an order, and the way to all of them. */
export const OrderLicenses = ({
  licenses,
  orderId,
  slug,
}: {
  licenses: OrderPage['licenses']
  orderId: string
  slug: string
}) => {
  const { number, t } = useText()
  const routes = useRoutes()
  const list = routes.admin(`/collections/${slug}`)
  const all = `${list}?where[or][0][and][0][order][equals]=${encodeURIComponent(orderId)}`
  const shown = licenses.docs.length
  const more = shown < licenses.total
  const counts = { shown: number(shown), count: number(licenses.total) }
  return (
    <Panel title={t('licenses')}>
      {shown === 0 ? (
        <p className="channel-empty">{t('noLicenses')}</p>
      ) : (
        <>
          <LicenseTable licenses={licenses.docs} list={list} />
          <Link className="channel-link" href={all}>
            {more ? t('licensesShown', counts) : t('licensesAll')}
          </Link>
        </>
      )}
    </Panel>
  )
}

const LicenseTable = ({ licenses, list }: { licenses: LicenseRow[]; list: string }) => {
  const { t } = useText()
  return (
    <div className="channel-table-frame">
      <table className="channel-table channel-table--cards">
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {licenses.map((license) => (
            <tr key={license.id}>
              <td data-label={t('licenseId')}>
                <Link className="channel-link" href={`${list}/${license.id}`}>
                  {license.licenseId}
                </Link>
              </td>
              <td data-label={t('state')}>
                <StateBadge state={license.state} />
              </td>
              <td data-label={t('product')}>{license.product}</td>
              <td data-label={t('customer')}>{license.customer}</td>
              <td data-label={t('expires')}>
                {license.expiresAt ? <Instant at={license.expiresAt} dateOnly /> : t('never')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
