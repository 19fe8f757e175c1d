import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { changesBetween } from '../../domain/records/changes'
import type { EventType } from '../../domain/events/eventTypes'
import { idOf } from '../../domain/idOf'
import type { License } from '../../payload-types'
import { emitEvent } from '../events/emitEvent'
import { logChanges } from '../changeLog/logChanges'

export type LicenseChange = {
  /** The name in the change log. */
  action: string
  data: Partial<License>
  /** What the log says beside the fields that change, e.g. which purchase did it. */
  cause?: Record<string, unknown>
  event?: EventType
  reason?: null | string
}

/**
 * Writes a change of a license as the system, if it still is the version that was read, with its
 * entry in the change log and its event. Runs in the caller's transaction.
 * @returns the license after it, or `null` (nothing written) when someone else was faster
 */
export const changeLicense = async (
  req: PayloadRequest,
  license: License,
  { action, cause = {}, data, event, reason }: LicenseChange,
  now: Date,
): Promise<License | null> => {
  const subject = slugsOf(req.payload).licenses
  const fields = { ...data, updatedAt: now.toISOString() }
  const revision = license.revision ?? 0
  const written = await req.payload.db.updateOne({
    collection: subject,
    where: {
      and: [
        { id: { equals: license.id } },
        { revision: { equals: revision } },
        { state: { equals: license.state } },
      ],
    },
    data: { ...fields, revision: { $inc: 1 } },
    options: { atomic: true },
    req,
  })
  if (!written) return null
  const after = { ...license, ...fields, revision: revision + 1 }
  const changes = {
    ...changesBetween(license as never, after),
    ...changesBetween({}, cause),
  }
  await logChanges(req, [{ subject, documentId: license.id, action, changes }], now)
  const told = { type: event as EventType, subject, documentId: license.id }
  if (event) await emitEvent(req, { ...told, data: licenseFacts(after, reason) }, now)
  return after
}

/** What an event keeps of its license. */
export const licenseFacts = (
  license: License,
  reason?: null | string,
): Record<string, unknown> => ({
  licenseId: license.licenseId,
  state: license.state,
  productType: license.productType,
  limits: license.limits,
  expiresAt: license.expiresAt ?? null,
  customer: { id: idOf(license.customer) },
  partner: { id: idOf(license.partner) },
  ...(reason && { reason }),
})
