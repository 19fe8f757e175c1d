import { createLocalReq, type BasePayload, type PayloadRequest, type Where } from 'payload'

import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { insertRows } from '../../database/insertRows'
import { readRows } from '../../database/readRows'
import { updateInBulk } from '../../database/updateInBulk'
import { changesBetween } from '../../domain/records/changes'
import type { Id } from '../../domain/idOf'
import { licenseMachine, moveOf } from '../../domain/licenses/licenseMachine'
import type { License } from '../../payload-types'
import { licenseFacts } from './changeLicense'
import { eventRow } from '../events/emitEvent'
import type { Progress } from '../queue/heartbeat'
import { logChanges } from '../changeLog/logChanges'
import { moveLicense } from './moveLicense'

const AT_ONCE = 500

const expirable = licenseMachine.states.filter(
  (state) => licenseMachine.targets(state, 'expire').length > 0,
)

/**
 * Moves the licenses on whose expiry has come, as the system: each once, with the log entry and the
 * event that `moveLicense` writes. A page is all or nothing, so that a worker may die anywhere.
 * @returns how many expired
 */
export const expireLicenses = async (
  payload: BasePayload,
  now: Date,
  progress?: Pick<Progress, 'report'>,
): Promise<{ expired: number }> => {
  const req = await createLocalReq({}, payload)
  const due: Where = {
    and: [{ state: { in: expirable } }, { expiresAt: { less_than_equal: now.toISOString() } }],
  }
  let expired = 0
  let last = ''
  for (;;) {
    const licenses = await readRows<License>(req, slugsOf(payload).licenses, due, {
      sort: 'expiresAt',
      limit: AT_ONCE,
    })
    const moved =
      (await expireTogether(req, licenses, due, now)) ?? (await expireEach(req, licenses, now))
    const page = licenses.map(({ id }) => id).join()
    // Another worker may have been faster; but what stays as it is after a second look may not move.
    if (licenses.length === 0 || (moved === 0 && page === last)) return { expired }
    last = page
    expired += moved
    if (moved > 0) await progress?.report(expired)
  }
}

/** @returns how many were moved, or `null` where the database has no statement for many */
const expireTogether = async (
  req: PayloadRequest,
  licenses: License[],
  due: Where,
  now: Date,
): Promise<null | number> => {
  let moved: null | number = 0
  for (const group of groupsOf(licenses)) {
    const count: null | number = await inTransaction(req, () => expireGroup(req, group, due, now))
    if (count === null) return null
    moved += count
  }
  return moved
}

/** Those that the same statement moves. */
const groupsOf = (licenses: License[]): License[][] => {
  const groups = new Map<string, License[]>()
  for (const license of licenses)
    groups.set(license.state, [...(groups.get(license.state) ?? []), license])
  return [...groups.values()]
}

/** Licenses of one state: what others changed since they were read is left for the next page. */
const expireGroup = async (
  req: PayloadRequest,
  group: License[],
  due: Where,
  now: Date,
): Promise<null | number> => {
  const subject = slugsOf(req.payload).licenses
  const [first] = group as [License]
  const move = moveOf(first, 'expire', now)
  if (!move) return 0
  const data = { ...move, stateReason: null, updatedAt: now.toISOString() }
  const same: Where[] = [
    { id: { in: group.map(({ id }) => id) } },
    { state: { equals: first.state } },
  ]
  const won = await updateInBulk(
    req,
    subject,
    { and: [...same, due] },
    { ...data, revision: { $inc: 1 } },
  )
  if (!won) return null
  const winners = new Set<Id>(won)
  const after = group
    .filter(({ id }) => winners.has(id))
    .map((before) => ({ before, license: { ...before, ...data } }))
  const changes = after.map(({ before, license }) => ({
    subject,
    documentId: license.id,
    action: 'expire',
    changes: changesBetween(before as never, license as never),
  }))
  await logChanges(req, changes, now)
  const events = after.map(({ license }) => {
    const event = { type: 'license.expired' as const, subject, documentId: license.id }
    return eventRow(req, { ...event, data: licenseFacts(license) }, now)
  })
  await insertRows(req, slugsOf(req.payload).events, events)
  return won.length
}

const expireEach = async (req: PayloadRequest, licenses: License[], now: Date): Promise<number> => {
  let moved = 0
  for (const { id } of licenses) if (await moveLicense(req, id, 'expire', {}, now)) moved += 1
  return moved
}
