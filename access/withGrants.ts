import type { Access, Where } from 'payload'

import { channelOf } from '../src/channel'
import { accessOf } from './can'
import { rolesOf } from './rolesOf'
import { askAs } from './withoutExternals'

type Operation = 'create' | 'delete' | 'read' | 'update'

/**
 * A host's rule for its users, and beside it what the grants give to those with a channel role. Users
 * of none are the host's own. What a visitor may read stays readable to those who have logged in.
 */
export const withGrants =
  (rule: Access, operation: Operation): Access =>
  async (args) => {
    const { req } = args
    const result = await rule(args)
    const { grants, options } = channelOf(req.payload)
    const bound =
      req.user?.collection === options.slugs.users &&
      rolesOf(req).some((role) => grants[role]?.users)
    if (!bound || result === false) return result
    const granted = both(result, accessOf(req, 'users', operation))
    if (operation !== 'read' || granted === true) return granted
    return either(granted, await askAs(rule, args, null))
  }

const both = (one: boolean | Where, other: boolean | Where): boolean | Where => {
  if (typeof one === 'boolean') return one && other
  if (typeof other === 'boolean') return other && one
  return { and: [one, other] }
}

const either = (one: boolean | Where, other: boolean | Where): boolean | Where => {
  if (typeof one === 'boolean') return one || other
  if (typeof other === 'boolean') return other || one
  return { or: [one, other] }
}
