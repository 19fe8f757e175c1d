import type { CollectionConfig, Config } from 'payload'

import { collections } from '../../collections'
import { boundQuery } from '../../hooks/access/boundQuery'
import { checkChannelQuery } from '../../hooks/records/checkChannelQuery'
import { checkQuery } from '../../hooks/records/checkQuery'
import { dropMeta } from '../../hooks/records/dropMeta'
import { recordChange, recordDelete } from '../../hooks/changeLog/recordChange'
import { refuseLockedDocument } from '../../hooks/access/refuseLockedDocument'
import { rememberDeleted } from '../../hooks/changeLog/rememberDeleted'
import { overridden } from './collectionOverride'
import { extendUsers, ownUsers } from './extendUsers'
import { limitResets } from './limitResets'
import type { ChannelOptions } from '../options'
import type { SlugKey } from '../slugs'

/** Collections whose writes are not logged: the log itself, other ledgers, and the queue-like ones. */
const unlogged = new Set<SlugKey>([
  'changeLogs',
  'purchases',
  'usageReports',
  'usageDays',
  'events',
  'mails',
  'notifications',
  'jobRuns',
  'counters',
  'rateWindows',
])

/** All else has a number, a key, evidence or use of its own, which no copy must take along. */
const copyable: SlugKey[] = ['products', 'priceLists', 'tiers']

export const ownCollections = (options: ChannelOptions): CollectionConfig[] =>
  (Object.keys(collections) as (keyof typeof collections)[]).map((key) =>
    finish(
      key,
      { disableDuplicate: !copyable.includes(key), ...collections[key](options) },
      options,
    ),
  )

export const ownSlugs = (
  { collections: given = [] }: Config,
  { slugs }: ChannelOptions,
): string[] => {
  const hosts = new Set(given.map(({ slug }) => slug))
  return Object.values(slugs).filter((slug) => !hosts.has(slug))
}

/** The host's users collection with the plugin's fields, or one of the plugin's own. */
export const withUsers = (
  { collections: given = [], serverURL }: Config,
  options: ChannelOptions,
): CollectionConfig[] => {
  const { users } = options.slugs
  const host = given.find(({ slug }) => slug === users)
  const base = host ?? ownUsers(options)
  const extended = finish(
    'users',
    extendUsers(base, options, serverURL || options.publicUrl),
    options,
    host ? checkChannelQuery : checkQuery,
  )
  const others = (one: CollectionConfig) => (options.disabled ? one : limitResets(one))
  return host
    ? given.map((one) => (one === host ? extended : others(one)))
    : [extended, ...given.map(others)]
}

/** The host's override first, then the change log, so that nothing can be written past it. */
const finish = (
  key: SlugKey,
  collection: CollectionConfig,
  { disabled, overrides }: ChannelOptions,
  check = checkQuery,
): CollectionConfig => {
  const final = overridden(key, collection, overrides[key])
  if (disabled) return final
  const beforeOperation = [
    check,
    boundQuery,
    dropMeta,
    refuseLockedDocument,
    ...(final.hooks?.beforeOperation ?? []),
  ]
  if (unlogged.has(key)) return { ...final, hooks: { ...final.hooks, beforeOperation } }
  return {
    ...final,
    hooks: {
      ...final.hooks,
      beforeOperation,
      afterChange: [recordChange, ...(final.hooks?.afterChange ?? [])],
      beforeDelete: [...(final.hooks?.beforeDelete ?? []), rememberDeleted],
      afterDelete: [...(final.hooks?.afterDelete ?? []), recordDelete],
    },
  }
}
