import type { Payload, SanitizedCollectionConfig, SanitizedConfig } from 'payload'

/** Payload has one of it for all configs of a process, with and without the plugin. */
const SHARED = 'payload-migrations'

/**
 * Gives a config a copy of its own of what others share, so that changes stay with it; and routes, if
 * only none: without, Payload answers that it has none with a 501.
 */
export const copyShared = (config: Pick<SanitizedConfig, 'collections'>): void => {
  config.collections = config.collections.map((one) => (one.slug === SHARED ? copyOf(one) : one))
}

/** The same where a running Payload has it under its slug as well. */
export const copySharedOf = ({ collections, config }: Pick<Payload, 'collections' | 'config'>) => {
  copyShared(config)
  const copy = config.collections.find(({ slug }) => slug === SHARED)
  const running = collections[SHARED as 'users']
  if (copy && running) running.config = copy
}

const copyOf = (collection: SanitizedCollectionConfig): SanitizedCollectionConfig => {
  const hooks = Object.entries(collection.hooks).map(([name, all]) => [name, [...all]])
  return {
    ...collection,
    access: { ...collection.access },
    endpoints: collection.endpoints || [],
    hooks: Object.fromEntries(hooks) as SanitizedCollectionConfig['hooks'],
  }
}
