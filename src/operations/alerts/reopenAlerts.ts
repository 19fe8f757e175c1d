import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import type { NewRow } from '../../database/newRow'
import { readRows } from '../../database/readRows'
import { unhandled } from '../../domain/alerts/alertMachine'
import type { Alert } from '../../payload-types'

/**
 * Opens the alerts again that were resolved and whose cause is back, with what the cause is now. Of
 * two at once one opens an alert: only while it is resolved.
 * @param rows the alerts as they would be raised anew
 * @returns how many were opened
 */
export const reopenAlerts = async (req: PayloadRequest, rows: NewRow[]): Promise<number> => {
  if (rows.length === 0) return 0
  const collection = slugsOf(req.payload).alerts
  const anew = new Map(rows.map((row) => [row.alertKey, row]))
  const resolved = { state: { equals: 'resolved' } }
  const where = { alertKey: { in: [...anew.keys()] }, ...resolved }
  let opened = 0
  for (const { alertKey, id } of await readRows<Alert>(req, collection, where)) {
    const { createdAt: _createdAt, id: _id, ...data } = anew.get(alertKey) as NewRow
    const written = await req.payload.db.updateOne({
      collection,
      where: { and: [{ id: { equals: id } }, resolved] },
      data: { ...data, ...unhandled },
      options: { atomic: true },
      req,
    })
    if (written) opened += 1
  }
  return opened
}
