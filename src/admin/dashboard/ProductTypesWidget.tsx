'use client'

import { BarList } from '../charts/BarList'
import { Loaded } from '../Loaded'
import { Panel } from '../Panel'
import { useLoad } from '../useLoad'
import { useText } from '../useText'
import type { Overview } from '../../domain/statsViews'
import { useLicenseList } from './useLicenseList'

/** Licenses by type of product, the largest first. */
export const ProductTypesWidget = () => {
  const { t } = useText()
  const { load, reload } = useLoad<Overview>('/v1/stats/overview')
  const { ofType } = useLicenseList()
  return (
    <Panel title={t('licensesByType')}>
      <Loaded load={load} reload={reload}>
        {({ licenses }) => {
          const types = Object.entries(licenses.byProductType).sort(([, a], [, b]) => b - a)
          if (types.length === 0) return <p className="channel-empty">{t('noLicensesYet')}</p>
          return (
            <BarList
              rows={types.map(([type, value]) => ({
                key: type,
                name: type,
                value,
                href: ofType(type),
              }))}
            />
          )
        }}
      </Loaded>
    </Panel>
  )
}
