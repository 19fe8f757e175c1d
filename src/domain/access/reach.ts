import { ownerPaths, roleLinks, type Action, type RoleGrants, type UserLink } from '../grants'
import type { SlugKey } from '../../slugs'

/** What the grants look at: the user's roles and the IDs that it is linked to. */
export type Caller = {
  roles: string[]
  links: Partial<Record<UserLink, number | string>>
}

/** `{ path: 'partner', equals: id }`: the documents whose field has this value. */
export type Condition = { path: string; equals: boolean | number | string }

/** Everything, nothing, or the documents that meet one of the conditions. */
export type Reach = boolean | Condition[]

/** How far a caller reaches: the widest of its roles. */
export const reachOf = (
  grants: Record<string, RoleGrants>,
  caller: Caller | null,
  resource: SlugKey,
  action: Action,
): Reach => {
  if (!caller) return false
  const reaches = caller.roles.map((role) => reachOfRole(grants, caller, role, resource, action))
  if (reaches.includes(true)) return true
  const conditions = reaches.flatMap((reach) => (Array.isArray(reach) ? reach : []))
  return conditions.length > 0 && conditions
}

const reachOfRole = (
  grants: Record<string, RoleGrants>,
  caller: Caller,
  role: string,
  resource: SlugKey,
  action: Action,
): Reach => {
  const scope = grants[role]?.[resource]?.[action]
  if (!scope) return false
  if (scope === 'all') return true
  if (scope === 'active') return [{ path: 'active', equals: true }]
  return (roleLinks[role]?.[scope] ?? []).flatMap((link) => {
    const path = ownerPaths[resource]?.[link]
    const equals = caller.links[link]
    return path !== undefined && equals !== undefined ? [{ path, equals }] : []
  })
}
