import type { Access, CollectionConfig, GlobalConfig } from 'payload'

import { closable, type Closable } from '../src/domain/access/externalAccess'
import type { SlugKey } from '../src/slugs'
import { withGrants } from './withGrants'
import { withoutExternals } from './withoutExternals'

type Rules = Partial<Record<Closable, Access>>

/** The options that matter here. */
export type Settings = {
  externalAccess: Record<string, Closable[]>
  slugs: Record<SlugKey, string>
}

/** Payload's rule where a config has none. */
const anyUser: Access = ({ req }) => Boolean(req.user)

/** The rules made here, so that none is closed twice, and those of them that had no rule before. */
const closed = new WeakSet<Access>()
const unruled = new WeakSet<Access>()

/** The access of a collection, with or without Payload's defaults, that lets nobody from outside in. */
export const closeCollection = (
  { access, auth, slug, versions }: Pick<CollectionConfig, 'access' | 'auth' | 'slug' | 'versions'>,
  settings: Settings,
) =>
  closeAll(slug, access as Rules, settings, [
    ...(['create', 'read', 'update', 'delete'] as const),
    ...(versions ? (['readVersions'] as const) : []),
    // Payload's default is another one here, and in place once the config is complete.
    ...(auth && access?.unlock ? (['unlock'] as const) : []),
  ])

/** The access of a global, likewise. */
export const closeGlobal = (
  { access, slug, versions }: Pick<GlobalConfig, 'access' | 'slug' | 'versions'>,
  settings: Settings,
) =>
  closeAll(slug, access as Rules, settings, [
    ...(['read', 'update'] as const),
    ...(versions ? (['readVersions'] as const) : []),
  ])

/** The operations that had no rule of their own before they were closed. */
export const unruledOf = (access: Rules = {}): string[] =>
  closable.filter((operation) => access[operation] && unruled.has(access[operation]))

const closeAll = (
  slug: string,
  access: Rules | undefined,
  { externalAccess, slugs }: Settings,
  operations: Closable[],
) => {
  const rules = operations
    .filter((operation) => !externalAccess[slug]?.includes(operation))
    .map((operation) => [operation, close(access?.[operation], operation, slug === slugs.users)])
  return { ...access, ...(Object.fromEntries(rules) as Rules) }
}

/** On users the grants know of four operations; the others are nothing for people from outside. */
const close = (given: Access | undefined, operation: Closable, ofUsers: boolean): Access => {
  if (given && closed.has(given)) return given
  const rule = given ?? anyUser
  const isGranted = ofUsers && operation !== 'readVersions' && operation !== 'unlock'
  const made = isGranted ? withGrants(rule, operation) : withoutExternals(rule)
  closed.add(made)
  if (!given || isDefault(given)) unruled.add(made)
  return made
}

/** Payload's default is known by its text: each bundle has a function of its own. */
const isDefault = (access: Access): boolean =>
  /^\(\{\s*req:\s*\{\s*user\s*\}\s*\}\)\s*=>\s*Boolean\(user\)$/.test(String(access))
