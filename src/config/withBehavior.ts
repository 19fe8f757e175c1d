import type { Config, Payload } from 'payload'

import { closeLate } from '../../access/closeHost'
import { endpoints } from '../../endpoints'
import { boundQuery } from '../../hooks/access/boundQuery'
import { checkChannelQuery } from '../../hooks/records/checkChannelQuery'
import { checkQuery } from '../../hooks/records/checkQuery'
import { closeLocks } from '../../hooks/access/closeLocks'
import { describeOwnError } from '../../hooks/records/describeOwnError'
import { dropMeta } from '../../hooks/records/dropMeta'
import { refuseLockedDocument } from '../../hooks/access/refuseLockedDocument'
import { channelAdmin } from '../admin/channelAdmin'
import { afterReload } from './afterReload'
import { channelOf } from '../channel'
import { copySharedOf } from './copyShared'
import { searchLiterally } from '../database/literalSearch'
import { requireSafeDatabase } from '../database/requireSafeDatabase'
import { dropVersionRoutes } from './dropVersionRoutes'
import { queuedEmail } from '../operations/mail/queuedEmail'
import { loginHooks } from './extendUsers'
import { guardDocument } from '../api/graphql/guardDocument'
import { limitVerification } from '../api/graphql/limitVerification'
import { appointAdmins } from '../operations/accounts/appointAdmins'
import { limitAuthRoutes, limitVerifying } from '../operations/accounts/limitAuthRoutes'
import { refuseInactiveUsers } from '../operations/accounts/refuseInactiveUsers'
import { cacheAuthenticatedUsers } from '../operations/accounts/cacheAuthenticatedUsers'
import type { ChannelOptions } from '../options'

/** The config with what the plugin does: at the start, on its routes, in the panel. */
export const withBehavior = (config: Config, options: ChannelOptions): Config => ({
  ...config,
  onInit: async (payload) => {
    await requireSafeDatabase(payload)
    completeConfig(payload)
    afterReload(payload, () => completeConfig(payload))
    cacheAuthenticatedUsers(payload, [
      checkQuery,
      checkChannelQuery,
      boundQuery,
      dropMeta,
      refuseLockedDocument,
      ...loginHooks,
    ])
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

/** What can be done only once the config is complete: with what other plugins and Payload add. */
const completeConfig = (payload: Payload): void => {
  copySharedOf(payload)
  closeLate(payload)
  closeLocks(payload)
  dropVersionRoutes([...ownConfigs(payload, channelOf(payload).options), ...jobGlobals(payload)])
  boundAll(payload)
  searchLiterally(payload)
  limitAuthRoutes(payload)
}

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
