import type { BasePayload } from 'payload'

import { grants, type RoleGrants } from './domain/grants'
import { readUser, whereUser, writeUser, type FieldNames } from './domain/accounts/userFields'
import { memoryWindows, type MemoryWindows } from './domain/access/memoryWindows'
import type { ChannelOptions } from './options'

/** What the plugin left on the config for its parts to work with at run time. */
export type Channel = {
  options: ChannelOptions
  grants: Record<string, RoleGrants>
  /** The collections that the plugin brought; a host's users are not among them. */
  ownSlugs: Set<string>
  /** Attempts that this process counts for itself. */
  memory: MemoryWindows
}

export const createChannel = (options: ChannelOptions, ownSlugs: string[] = []): Channel => ({
  options,
  ownSlugs: new Set(ownSlugs),
  grants: { ...grants, ...options.roles },
  memory: memoryWindows(),
})

/** @throws Error when the plugin is not part of this Payload config */
export const channelOf = (payload: Pick<BasePayload, 'config'>): Channel => {
  const channel = payload.config.custom?.channel as Channel | undefined
  if (!channel) throw new Error('payload-channel: channelPlugin is not in this config.')
  return channel
}

type Holder = Pick<BasePayload, 'config'>

const namesOf = (payload: Holder): FieldNames => channelOf(payload).options.fieldNames

/** A stored user under the names that the code has for its fields. */
export const userOf = <T extends object>(payload: Holder, user: T): T =>
  readUser(namesOf(payload), user)

/** What is to be stored of a user, under the names of the host's collection. */
export const userData = (payload: Holder, data: Record<string, unknown>): Record<string, unknown> =>
  writeUser(namesOf(payload), data)

/** A condition on users in the names of the code, as one on the host's collection. */
export const usersWhere = <T extends object>(payload: Holder, where: T): T =>
  whereUser(namesOf(payload), where)

export const slugsOf = (payload: Pick<BasePayload, 'config'>) => channelOf(payload).options.slugs
