import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { EventType } from '../../domain/events/eventTypes'
import { moveOf, type LicenseMove } from '../../domain/licenses/licenseMachine'
import type { License } from '../../payload-types'
import { changeLicense } from './changeLicense'

export type LicenseDetail = {
  reason?: string
  /** Further fields, written in the same statement, e.g. `deployedAt` or `usage`. */
  data?: Partial<License>
}

/** What each move tells the world. */
const eventOf: Record<LicenseMove, EventType> = {
  deploy: 'license.deployed',
  use: 'license.used',
  renew: 'license.renewed',
  unrenew: 'license.reversed',
  expire: 'license.expired',
  suspend: 'license.suspended',
  resume: 'license.resumed',
  terminate: 'license.terminated',
}

/** So often a move is tried anew because someone else wrote the license at the same moment. */
const ATTEMPTS = 5

/**
 * Moves a license along its machine, as the system: callers check first who may. Of several at the
 * same moment each one sees what the ones before it did, by compare-and-set. Logged by the action's
 * name, with its event, in the request's transaction or one of its own.
 * @returns the license after it, or `null` when there is none or its machine does not allow it now
 * @throws EDIT_CONFLICT when others never cease to write the license
 */
export const moveLicense = async (
  req: PayloadRequest,
  id: number | string,
  action: LicenseMove,
  { data, reason }: LicenseDetail,
  now: Date,
): Promise<License | null> => {
  const { licenses } = slugsOf(req.payload)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const license = await readRow<License>(req, licenses, { id: { equals: id } })
    const move = license && moveOf(license, action, now)
    if (!move) return null
    const change = {
      action,
      data: { ...data, ...move, stateReason: reason ?? null },
      event: eventOf[action],
      reason,
    }
    const moved = await inTransaction(req, () => changeLicense(req, license, change, now))
    if (moved) return moved
  }
  throw new ChannelError('EDIT_CONFLICT')
}
