import type { PayloadRequest, Where } from 'payload'

import {
  audienceOf,
  eventTypes,
  type Audience,
  type EventType,
} from '../../domain/events/eventTypes'
import type { User } from '../../payload-types'
import { readUsers } from '../records/readUsers'

type Told = { type: string; data?: unknown }

const active: Where = { partnerActive: { not_equals: false } }
const hasRole = (...roles: string[]): Where => ({ roles: { in: roles } })

/** Who belongs to each audience of an event; `null` = nobody. */
const audiences: Record<Audience, (event: Told) => null | Where> = {
  nobody: () => null,
  staff: () => ({ and: [active, hasRole('admin', 'sales')] }),
  partner: (event) => linkedUsers(event, 'partner'),
  engineer: (event) => linkedUsers(event, 'engineer'),
}

/** A stray link of a user with another role makes nobody a recipient, as it opens no document. */
const linkedUsers = ({ data }: Told, role: 'engineer' | 'partner'): null | Where => {
  const id = (data as Record<string, { id?: null | number | string } | undefined> | null)?.[role]
    ?.id
  return id === undefined || id === null
    ? null
    : { and: [active, hasRole(role), { [role]: { equals: id } }] }
}

/**
 * The users who are told of an event, read as the system.
 * @throws Error on a type of event that this version does not know
 */
export const findRecipients = async (req: PayloadRequest, event: Told): Promise<User[]> => {
  if (!Object.hasOwn(eventTypes, event.type)) throw new Error(`Unknown event type: ${event.type}`)
  const where = audiences[audienceOf(event.type as EventType, event.data)](event)
  return where ? readUsers(req, where) : []
}
