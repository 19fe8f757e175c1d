import { createLocalReq, type BasePayload } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { idOf, type Id } from '../../domain/idOf'
import type { License, Purchase } from '../../payload-types'
import { applyPendingPurchases } from './applyPendingPurchases'

/** How far back a process may have died between a purchase and its license: two days. */
const WINDOW_MS = 2 * 86_400_000
const AT_ONCE = 500

/**
 * Settles the purchases of late that did not reach their license, because the process died in
 * between on a database without transactions; safe to run at any time, by several processes at once.
 */
export const applyRecentPurchases = async (
  payload: BasePayload,
  now: Date,
): Promise<{ settled: number }> => {
  const req = await createLocalReq({}, payload)
  const slugs = slugsOf(payload)
  const recent = await readRows<Purchase>(req, slugs.purchases, {
    type: { in: ['renewal', 'expansion', 'upgrade'] },
    purchasedAt: { greater_than_equal: new Date(now.getTime() - WINDOW_MS).toISOString() },
  })
  const last = new Map<Id, number>()
  for (const { license, sequence } of recent) {
    const id = idOf(license) as Id
    last.set(id, Math.max(last.get(id) ?? 0, sequence ?? 0))
  }
  let settled = 0
  const ids = [...last.keys()]
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const where = { id: { in: ids.slice(start, start + AT_ONCE) } }
    const licenses = await readRows<License>(req, slugs.licenses, where)
    for (const { id, lastPurchase } of licenses)
      if ((lastPurchase ?? 0) < (last.get(id) ?? 0)) {
        await applyPendingPurchases(req, id, now)
        settled += 1
      }
  }
  return { settled }
}
