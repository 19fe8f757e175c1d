import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { insertRows } from '../../database/insertRows'
import { inTransaction } from '../../database/inTransaction'
import { readRow, readRows } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { EventType } from '../../domain/events/eventTypes'
import { idOf } from '../../domain/idOf'
import { replayPurchases, type PurchaseType } from '../../domain/purchases/purchases'
import { stateAfterPurchase } from '../../domain/licenses/stateAfterPurchase'
import type { License, Product, Purchase } from '../../payload-types'
import { changeLicense } from './changeLicense'
import { beginningOf } from './licenseBeginning'
import { originPurchase } from './originPurchase'
import { paidFor } from './originsOf'

/** A license and its ledger, in order; both as stored. */
export type Ledger = { license: License; purchases: Purchase[] }

/** So often is a purchase applied anew because someone else wrote the license at that moment. */
const ATTEMPTS = 20

const eventOf: Record<PurchaseType, EventType | undefined> = {
  new: undefined,
  renewal: 'license.renewed',
  expansion: 'license.expanded',
  upgrade: 'license.upgraded',
}

/**
 * Gives a license the effect of each purchase that has not reached it, in order and once each: the
 * license keeps the number of the last one, in the same statement as its effect. Finishes what a
 * process left that died between the two; writes nothing when all have arrived. The system writes.
 * @throws NOT_FOUND; EDIT_CONFLICT when others never cease to write the license
 */
export const applyPendingPurchases = async (
  req: PayloadRequest,
  id: number | string,
  now: Date,
): Promise<Ledger> => {
  for (let attempt = 0; attempt < ATTEMPTS;) {
    const ledger = await readLedger(req, id, now)
    const next = firstWaiting(ledger)
    if (next < 0) return ledger
    if (!(await inTransaction(req, () => apply(req, ledger, next, now)))) attempt += 1
  }
  throw new ChannelError('EDIT_CONFLICT')
}

/** The index of the first purchase that has not reached its license, or -1. */
const firstWaiting = ({ license, purchases }: Ledger): number =>
  // The license begins with the effect of the first one.
  purchases.findIndex(({ sequence }) => (sequence ?? 0) > Math.max(license.lastPurchase ?? 0, 1))

/** A license made by hand, or before there were purchases, gets the one that it began with. */
const readLedger = async (req: PayloadRequest, id: number | string, now: Date): Promise<Ledger> => {
  const { currencies, slugs } = channelOf(req.payload).options
  const license = await readRow<License>(req, slugs.licenses, { id: { equals: id } })
  if (!license) throw new ChannelError('NOT_FOUND')
  const where = { license: { equals: id } }
  const purchases = await readRows<Purchase>(req, slugs.purchases, where, { sort: 'sequence' })
  if (purchases.length > 0) return { license, purchases }
  const { identity, paid } = beginningOf(req) ?? {
    identity: {},
    paid: await paidFor(req, license, currencies[0] as string),
  }
  const origin = { ...originPurchase(req, license, paid, now), ...identity }
  const written = await insertRows(req, slugs.purchases, [origin])
  return { license, purchases: written as unknown as Purchase[] }
}

const apply = async (
  req: PayloadRequest,
  { license, purchases }: Ledger,
  index: number,
  now: Date,
): Promise<License | null> => {
  const purchase = purchases[index] as Purchase
  const effective = purchases.slice(0, index + 1)
  const terms = replayPurchases(startOf(license), effective)
  const productType = await productTypeOf(req, license, terms.product)
  const isReversal = idOf(purchase.reverses) !== null
  const { product, expiresAt, users, workspaces } = terms
  const data = {
    product,
    productType,
    limits: { workspaces, users },
    expiresAt,
    lastPurchase: purchase.sequence,
    ...stateAfterPurchase(license, effective, expiresAt, now),
  } as Partial<License>
  const action = isReversal ? 'reversal' : purchase.type
  const event = isReversal ? 'license.reversed' : eventOf[purchase.type]
  const reason = purchase.note
  const cause = { purchase: purchase.id, ...(reason && { reason }) }
  return changeLicense(req, license, { action, data, cause, event, reason }, now)
}

export const startOf = ({ createdAt, startsAt }: License): string => startsAt ?? createdAt

const productTypeOf = async (
  req: PayloadRequest,
  license: License,
  id: number | string,
): Promise<License['productType']> => {
  if (idOf(license.product) === id) return license.productType
  const { products } = channelOf(req.payload).options.slugs
  const product = await readRow<Product>(req, products, { id: { equals: id } })
  return product?.productType ?? license.productType
}
