import type { SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'

type Versioned = Pick<SanitizedCollectionConfig | SanitizedGlobalConfig, 'versions'> & {
  endpoints?: SanitizedCollectionConfig['endpoints']
}

/** Payload has routes of versions for whatever there is, and fails on them where there are none. */
export const dropVersionRoutes = (configs: Versioned[]): void => {
  for (const config of configs)
    if (!config.versions && config.endpoints)
      config.endpoints = config.endpoints.filter(({ path }) => !/^\/versions(\/|$)/.test(path))
}
