import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { readRow } from '../../database/readRows'
import { changesBetween } from '../../domain/records/changes'
import { ChannelError } from '../../domain/errors'
import type { License } from '../../payload-types'
import { logChanges } from '../changeLog/logChanges'
import { requireActionOn } from '../access/requireActionOn'

/** The action's name in the change log. */
type KeyAction = 'revokeKey' | 'rotateKey'

/**
 * Gives a license another usage key, or none, as the caller; the one before holds no longer. Logged
 * without the key or its hash.
 * @param hash of the new key; `null` = none
 * @throws NOT_FOUND, FORBIDDEN; EDIT_CONFLICT when someone else changed the key at the same moment
 */
export const setUsageKey = async (
  req: PayloadRequest,
  id: string,
  action: KeyAction,
  hash: null | string,
  now: Date,
): Promise<License> => {
  const { id: documentId } = await requireActionOn(req, 'licenses', id, 'rotateKey')
  const subject = slugsOf(req.payload).licenses
  return inTransaction(req, async () => {
    // The hash is hidden from everybody: only the system reads it, to replace this very one.
    const license = await readRow<License>(req, subject, { id: { equals: documentId } })
    if (!license) throw new ChannelError('NOT_FOUND')
    const data = { usageKeyHash: hash, usageKeyAt: hash && now.toISOString() }
    const kept = license.usageKeyHash ?? null
    const set = await req.payload.db.updateOne({
      collection: subject,
      where: {
        and: [
          { id: { equals: documentId } },
          { usageKeyHash: kept === null ? { exists: false } : { equals: kept } },
        ],
      },
      data: { ...data, revision: { $inc: 1 }, updatedAt: now.toISOString() },
      options: { atomic: true },
      req,
    })
    if (!set) throw new ChannelError('EDIT_CONFLICT')
    const changes = changesBetween(
      { usageKeyAt: license.usageKeyAt },
      { usageKeyAt: data.usageKeyAt },
    )
    await logChanges(req, [{ subject, documentId, action, changes }], now)
    return license
  })
}
