import type { BasePayload } from 'payload'

import { grants, type RoleGrants } from './domain/grants'
import type { ChannelOptions } from './options'

/** What the plugin left on the config for its parts to work with at run time. */
export type Channel = { options: ChannelOptions; grants: Record<string, RoleGrants> }

export const createChannel = (options: ChannelOptions): Channel => ({
  options,
  grants: { ...grants, ...options.roles },
})

/** @throws Error when the plugin is not part of this Payload config */
export const channelOf = (payload: Pick<BasePayload, 'config'>): Channel => {
  const channel = payload.config.custom?.channel as Channel | undefined
  if (!channel) throw new Error('payload-channel: channelPlugin is not in this config.')
  return channel
}

export const slugsOf = (payload: Pick<BasePayload, 'config'>) => channelOf(payload).options.slugs
