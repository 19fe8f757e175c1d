import type { Config, Payload } from 'payload'

import { channelOf } from '../src/channel'
import { closeCollection, closeGlobal, unruledOf, type Settings } from './closeEntity'

/**
 * Partners, customers and engineers are users of the host, and Payload's default rule is "any user".
 * What the host opens to just anybody who has logged in is closed to them, on every collection and
 * global; on `users` the grants count beside the host's rules. The option `externalAccess` opens what
 * is meant for them.
 */
export const closeHost = (config: Config, options: Settings): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    access: closeCollection(collection, options),
  })),
  ...(config.globals && {
    globals: config.globals.map((one) => ({ ...one, access: closeGlobal(one, options) })),
  }),
})

/**
 * The same for what other plugins and Payload have added since: the config is complete now.
 * @throws Error naming what the option opens and nothing has
 */
export const closeLate = ({ config, logger }: Pick<Payload, 'config' | 'logger'>): void => {
  const { options } = channelOf({ config })
  const own = new Set<string>(Object.values(options.slugs))
  own.delete(options.slugs.users)
  const collections = config.collections.filter(({ slug }) => !own.has(slug))
  for (const one of collections) one.access = { ...one.access, ...closeCollection(one, options) }
  for (const one of config.globals) one.access = { ...one.access, ...closeGlobal(one, options) }
  // Whoever writes these figures keeps every scheduled job from running; the scheduler needs no rule.
  const stats = config.globals.find(({ slug }) => slug === 'payload-jobs-stats')
  if (stats) stats.access = { ...stats.access, update: () => false }
  const all = [...collections, ...config.globals]
  requireKnown(Object.keys(options.externalAccess), new Set(all.map(({ slug }) => slug)))
  const report = all.flatMap(({ access, slug }) => {
    const operations = unruledOf(access)
    return operations.length > 0 && !slug.startsWith('payload-')
      ? `${slug} (${operations.join(', ')})`
      : []
  })
  if (report.length > 0)
    logger.info(
      `payload-channel: closed to partners, customers and engineers, having no access rules of their own: ${report.join('; ')}. Open what is meant for them by the option externalAccess.`,
    )
}

const requireKnown = (given: string[], known: Set<string>): void => {
  const unknown = given.filter((slug) => !known.has(slug))
  if (unknown.length > 0)
    throw new Error(
      `payload-channel: wrong options\n✖ The host has no collection or global ${unknown.join(', ')}.\n  → at externalAccess`,
    )
}
