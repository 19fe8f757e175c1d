import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertRows } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { inTransaction } from '../../database/inTransaction'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { License, Purchase } from '../../payload-types'
import { applyPendingPurchases, type Ledger } from './applyPendingPurchases'

export type Recorded = { purchase: Purchase; license: License }

/** Of several purchases at the same moment each but one is tried anew, on what the others left. */
const ATTEMPTS = 10

/**
 * Appends a row to a license's ledger and gives the license its effect. Of two at the same moment
 * one gets the number, by a unique key, and the other is made anew from what the first one left.
 * @param make the row, from the license and its ledger as they are
 * @throws what `make` throws; PURCHASE_CONFLICT when others never cease to be faster
 */
export const appendPurchase = async (
  req: PayloadRequest,
  id: number | string,
  make: (ledger: Ledger) => NewRow | Promise<NewRow>,
  now: Date,
): Promise<Recorded> => {
  const slug = slugsOf(req.payload).purchases
  const joins = Boolean(req.transactionID)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    let key: unknown
    try {
      return await inTransaction(req, async () => {
        const row = await make(await applyPendingPurchases(req, id, now))
        key = row.purchaseKey
        const [written] = await insertRows(req, slug, [row])
        const { license } = await applyPendingPurchases(req, id, now)
        return { purchase: written as unknown as Purchase, license }
      })
    } catch (error) {
      // Inside a transaction of someone else nothing more can be done.
      if (joins || error instanceof ChannelError) throw error
      if (!(await readRow<Purchase>(req, slug, { purchaseKey: { equals: key } }))) throw error
    }
  }
  throw new ChannelError('PURCHASE_CONFLICT')
}
