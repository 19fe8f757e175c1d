import type { Config } from 'payload'

import type { ChannelOptions } from '../options'

/** The admin panel with the plugin's parts beside the host's. */
export const channelAdmin = (admin: Config['admin'], { slugs }: ChannelOptions): Config['admin'] => ({
  ...admin,
  user: admin?.user ?? slugs.users,
})
