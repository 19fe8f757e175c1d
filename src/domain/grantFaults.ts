import { alertActions } from './alerts/alertMachine'
import { deploymentActions } from './deployments/deploymentMachine'
import type { Action, Scope } from './grants'
import { licenseActions } from './licenses/licenseMachine'
import { orderActions } from './orders/orderMachine'
import { defaultSlugs } from '../slugs'

const scopes: Scope[] = ['active', 'all', 'assigned', 'own']

/** Every action that a role can be granted. */
export const grantableActions: Action[] = [
  ...new Set<Action>([
    ...['create', 'read', 'update', 'delete', 'assign', 'retry', 'rotateKey'].map(
      (action) => action as Action,
    ),
    ...orderActions,
    ...licenseActions,
    ...deploymentActions,
    ...alertActions,
  ]),
]

/** Names what there is instead. */
export const noSuch = (what: string, known: string[]): string =>
  `There is no such ${what}. Known: ${known.join(', ')}.`

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with a role's grants as a host writes them: `orders.aprove: There is no such action.` */
export const grantFaults = (grants: unknown): { message: string; path: string[] }[] => {
  if (!isRecord(grants)) return [{ path: [], message: 'Expected grants by collection.' }]
  return Object.entries(grants).flatMap(([collection, actions]) => {
    if (!Object.hasOwn(defaultSlugs, collection))
      return [{ path: [collection], message: noSuch('collection', Object.keys(defaultSlugs)) }]
    if (!isRecord(actions)) return [{ path: [collection], message: 'Expected scopes by action.' }]
    return Object.entries(actions).flatMap(([action, scope]) => {
      const path = [collection, action]
      if (!grantableActions.includes(action as Action))
        return [{ path, message: noSuch('action', grantableActions) }]
      if (!scopes.includes(scope as Scope))
        return [{ path, message: `Expected one of: ${scopes.join(', ')}.` }]
      return []
    })
  })
}
