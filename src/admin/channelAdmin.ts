import type { Config } from 'payload'

import type { ChannelOptions } from '../options'
import type { Slugs } from '../slugs'

/** What the plugin's parts in the browser need to know; nothing secret. */
export type ChannelClient = { slugs: Slugs }

/** The admin panel with the plugin's parts beside the host's. */
export const channelAdmin = (
  admin: Config['admin'],
  { slugs }: ChannelOptions,
): Config['admin'] => ({
  ...admin,
  user: admin?.user ?? slugs.users,
  custom: { ...admin?.custom, channel: { slugs } satisfies ChannelClient },
  components: {
    ...admin?.components,
    actions: [...(admin?.components?.actions ?? []), 'payload-channel/client#NotificationsBell'],
    beforeDashboard: [...(admin?.components?.beforeDashboard ?? []), 'payload-channel/rsc#Home'],
  },
})
