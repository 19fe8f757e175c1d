import type { CollectionConfig, Config, Payload, Plugin } from 'payload'

import { closeHost, closeLate } from '../access/closeHost'
import { collections } from '../collections'
import { endpoints } from '../endpoints'
import { boundQuery } from '../hooks/boundQuery'
import { checkChannelQuery } from '../hooks/checkChannelQuery'
import { checkQuery } from '../hooks/checkQuery'
import { closeLocks } from '../hooks/closeLocks'
import { describeOwnError } from '../hooks/describeOwnError'
import { dropMeta } from '../hooks/dropMeta'
import { recordChange, recordDelete } from '../hooks/recordChange'
import { refuseLockedDocument } from '../hooks/refuseLockedDocument'
import { rememberDeleted } from '../hooks/rememberDeleted'
import { channelJobs } from '../jobs'
import { channelAdmin } from './admin/channelAdmin'
import { createChannel } from './channel'
import { copySharedOf } from './copyShared'
import { dropVersionRoutes } from './dropVersionRoutes'
import { overridden } from './collectionOverride'
import { guardDocument } from './http/guardDocument'
import { queuedEmail } from './email/queuedEmail'
import { searchLiterally } from './database/literalSearch'
import { requireSafeDatabase } from './database/requireSafeDatabase'
import { extendUsers, loginHooks, ownUsers } from './extendUsers'
import { panelUsers, refuseClashes } from './hostClashes'
import { limitVerification } from './http/limitVerification'
import { limitAuthRoutes, limitVerifying } from './operations/limitAuthRoutes'
import { refuseInactiveUsers } from './operations/refuseInactiveUsers'
import { limitResets } from './limitResets'
import { appointAdmins } from './operations/appointAdmins'
import { rememberLogins } from './operations/rememberLogins'
import { parseOptions, type ChannelOptions, type ChannelPluginOptions } from './options'
import type { SlugKey } from './slugs'

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

/**
 * Adds channel sales to a Payload config: collections, fields on `users`, endpoints below
 * `/api/v1`, jobs and admin pages. The only place that changes the config; keeps what is there.
 * @throws Error that names each wrong option
 */
export const channelPlugin =
  (input: ChannelPluginOptions = {}): Plugin =>
  (config) => {
    const options = parseOptions(input, panelUsers(config))
    refuseClashes(config, options)
    // Disabled or not: those from outside can still log in.
    const host = closeHost({ ...config, collections: withUsers(config, options) }, options)
    const extended: Config = {
      ...host,
      collections: [...(host.collections ?? []), ...ownCollections(options)],
      custom: { ...config.custom, channel: createChannel(options, ownSlugs(config, options)) },
      // Its tables are part of the schema, disabled or not.
      jobs: channelJobs(config.jobs, options.disabled),
    }
    return options.disabled
      ? withoutBehavior(extended, config, options)
      : withBehavior(extended, options)
  }

const withBehavior = (config: Config, options: ChannelOptions): Config => ({
  ...config,
  onInit: async (payload) => {
    await requireSafeDatabase(payload)
    copySharedOf(payload)
    closeLate(payload)
    closeLocks(payload)
    dropVersionRoutes([...ownConfigs(payload, options), ...jobGlobals(payload)])
    boundAll(payload)
    searchLiterally(payload)
    rememberLogins(payload, [
      checkQuery,
      checkChannelQuery,
      boundQuery,
      dropMeta,
      refuseLockedDocument,
      ...loginHooks,
    ])
    limitAuthRoutes(payload)
    refuseInactiveUsers(payload)
    await config.onInit?.(payload)
    await appointAdmins(payload, options.admins)
  },
  admin: channelAdmin(config.admin, options),
  endpoints: [...(config.endpoints ?? []), ...endpoints(options)],
  hooks: {
    ...config.hooks,
    afterError: [...(config.hooks?.afterError ?? []), describeOwnError],
  },
  ...(options.mails.queueAll && { email: queuedEmail(config.email) }),
  // What a client got wrong is one line, not an error with a stack.
  loggingLevels: { ChannelError: 'info', ...config.loggingLevels } as Config['loggingLevels'],
  graphQL: guardedGraphql(config.graphQL, options),
})

/** Collections of the host's and of Payload's are bounded for people from outside. */
const boundAll = ({ collections: all }: Pick<Payload, 'collections'>): void => {
  for (const { config } of Object.values(all))
    if (!config.hooks.beforeOperation.includes(boundQuery))
      config.hooks.beforeOperation = [boundQuery, ...config.hooks.beforeOperation]
}

/** The host's GraphQL settings; its own rules run after ours. */
const guardedGraphql = (given: Config['graphQL'], { graphql }: ChannelOptions) => ({
  ...given,
  mutations: limitVerification(limitVerifying, given?.mutations),
  ...(graphql.introspection && { disableIntrospectionInProduction: false }),
  validationRules: guardDocument(graphql, given?.validationRules) as never,
})

const ownConfigs = ({ config }: Payload, { slugs }: ChannelOptions) => {
  const own = new Set<string>(Object.values(slugs))
  return config.collections.filter(({ slug }) => own.has(slug))
}

/** What Payload adds for the jobs that the plugin schedules. */
const jobGlobals = ({ config }: Payload) =>
  config.globals.filter(({ slug }) => slug === 'payload-jobs-stats')

/** The schema alone, so that the database stays as it is; the collections are closed. */
const withoutBehavior = (config: Config, before: Config, options: ChannelOptions): Config => {
  const hosts = new Set((before.collections ?? []).map(({ slug }) => slug))
  const closed = {
    create: () => false,
    read: () => false,
    update: () => false,
    delete: () => false,
  }
  return {
    ...config,
    collections: (config.collections ?? []).map((collection) =>
      hosts.has(collection.slug) || collection.slug === options.slugs.users
        ? collection
        : {
            ...collection,
            access: closed,
            hooks: {},
            admin: { ...collection.admin, hidden: true },
          },
    ),
  }
}

/** All else has a number, a key, evidence or use of its own, which no copy must take along. */
const copyable: SlugKey[] = ['products', 'priceLists', 'tiers']

const ownCollections = (options: ChannelOptions): CollectionConfig[] =>
  (Object.keys(collections) as (keyof typeof collections)[]).map((key) =>
    finish(
      key,
      { disableDuplicate: !copyable.includes(key), ...collections[key](options) },
      options,
    ),
  )

const ownSlugs = ({ collections: given = [] }: Config, { slugs }: ChannelOptions): string[] => {
  const hosts = new Set(given.map(({ slug }) => slug))
  return Object.values(slugs).filter((slug) => !hosts.has(slug))
}

/** The host's users collection with the plugin's fields, or one of the plugin's own. */
const withUsers = (
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
