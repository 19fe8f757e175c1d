'use client'

import { addDays } from 'date-fns/addDays'

import type { LicenseState } from '../../domain/licenses/licenseMachine'
import { listUrl } from '../ui/listUrl'
import { useChannel } from '../useChannel'
import { useRoutes } from '../useRoutes'
import { useToday } from '../ui/useToday'
import { activeStates, inactiveStates } from '../../domain/licenses/activeLicenses'

/** The addresses of the lists that the dashboard's figures count. */
export const useLicenseList = () => {
  const routes = useRoutes()
  const { slugs } = useChannel()
  const today = useToday()
  const all = routes.admin(`/collections/${slugs.licenses}`)
  const alerts = routes.admin(`/collections/${slugs.alerts}`)
  return {
    all,
    alerts,
    activeStates,
    inactiveStates,
    license: (id: string) => `${all}/${id}`,
    inStates: (states: LicenseState[]) => listUrl(all, [['state', 'in', states.join(',')]]),
    inState: (state: string) => listUrl(all, [['state', 'equals', state]]),
    ofType: (type: string) => listUrl(all, [['productType', 'equals', type]]),
    expiringWithin: (days: number) =>
      today
        ? listUrl(all, [
            ['state', 'in', activeStates.join(',')],
            ['expiresAt', 'greater_than_equal', today.toISOString()],
            ['expiresAt', 'less_than_equal', addDays(today, days).toISOString()],
          ])
        : all,
  }
}
