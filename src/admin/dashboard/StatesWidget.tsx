'use client'

import { licenseStateChoices } from '../../../collections/choices'
import { BarList } from '../ui/charts/BarList'
import type { ChartColor } from '../ui/charts/chartColors'
import { choiceName } from '../ui/fields/choiceName'
import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { useLoad } from '../ui/useLoad'
import { useText } from '../useText'
import type { Overview } from '../../api/stats/statsViews'
import { useLicenseList } from './useLicenseList'

const colors: Record<string, ChartColor> = {
  deployed: 'good',
  in_use: 'good',
  renewed: 'good',
  expired: 'bad',
  suspended: 'warning',
  terminated: 'bad',
}

/** Licenses by state. */
export const StatesWidget = () => {
  const { language, t } = useText()
  const { load, reload } = useLoad<Overview>('/v1/stats/overview')
  const { inState } = useLicenseList()
  return (
    <Panel title={t('licensesByState')}>
      <Loaded lines={7} load={load} reload={reload}>
        {({ licenses }) => (
          <BarList
            rows={licenseStateChoices.map(([state]) => ({
              key: state,
              name: choiceName(licenseStateChoices, state, language),
              value: licenses.byState[state] ?? 0,
              color: colors[state],
              href: inState(state),
            }))}
          />
        )}
      </Loaded>
    </Panel>
  )
}
