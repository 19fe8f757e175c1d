import type { Role } from '../grants'

/** Roles of people from outside the house that runs the channel. */
export const externalRoles = ['partner', 'customer', 'engineer'] as const satisfies Role[]

const external = new Set<string>(externalRoles)

/** Whether someone is from outside: every role of theirs is. Users of no role are the host's own. */
export const isExternal = (roles: readonly string[]): boolean =>
  roles.length > 0 && roles.every((role) => external.has(role))
