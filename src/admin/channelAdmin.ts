import type { Config } from 'payload'

import type { RoleGrants } from '../domain/grants'
import type { FieldNames } from '../domain/accounts/userFields'
import type { ChannelOptions } from '../options'
import type { Slugs } from '../slugs'
import { dashboardLayout, dashboardWidgets } from './dashboard/dashboardWidgets'
import { viewPaths } from './viewPaths'

/** What the plugin's parts in the browser need to know; nothing secret. */
export type ChannelClient = {
  slugs: Slugs
  roles: Record<string, RoleGrants>
  fieldNames: FieldNames
}

/** The admin panel with the plugin's parts beside the host's. */
export const channelAdmin = (
  admin: Config['admin'],
  { fieldNames, roles, slugs }: ChannelOptions,
): Config['admin'] => ({
  ...admin,
  user: admin?.user ?? slugs.users,
  custom: { ...admin?.custom, channel: { slugs, roles, fieldNames } satisfies ChannelClient },
  dashboard: {
    widgets: [...dashboardWidgets, ...(admin?.dashboard?.widgets ?? [])],
    defaultLayout: admin?.dashboard?.defaultLayout ?? dashboardLayout,
  },
  components: {
    ...admin?.components,
    beforeNavLinks: [
      ...(admin?.components?.beforeNavLinks ?? []),
      'payload-channel/client#NavLinks',
    ],
    views: {
      ...admin?.components?.views,
      channelOperations: {
        path: viewPaths.operations,
        Component: 'payload-channel/rsc#OperationsView',
      },
      channelPerformance: {
        path: viewPaths.performance,
        Component: 'payload-channel/rsc#PerformanceView',
      },
    },
    actions: [...(admin?.components?.actions ?? []), 'payload-channel/client#NotificationsBell'],
    beforeDashboard: [...(admin?.components?.beforeDashboard ?? []), 'payload-channel/rsc#Home'],
  },
})
