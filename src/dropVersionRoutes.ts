import type { SanitizedCollectionConfig } from 'payload'

/** Payload has routes of versions for every collection, and fails on them where there are none. */
export const dropVersionRoutes = (collections: SanitizedCollectionConfig[]): void => {
  for (const collection of collections)
    if (!collection.versions && collection.endpoints)
      collection.endpoints = collection.endpoints.filter(
        ({ path }) => !/^\/versions(\/|$)/.test(path),
      )
}
