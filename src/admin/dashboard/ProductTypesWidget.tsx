'use client'

import { BarList } from '../ui/charts/BarList'
import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { useLoad } from '../ui/useLoad'
import { useText } from '../useText'
import type { Overview } from '../../api/stats/statsViews'
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
