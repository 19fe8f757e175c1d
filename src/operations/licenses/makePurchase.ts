import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import type { NewRow } from '../../database/newRow'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import { limitsOf, type Limits } from '../../domain/products/limitsOf'
import type { PurchaseInput } from '../../domain/purchases/purchaseInput'
import {
  applyPurchase,
  DEFAULT_BASIS,
  purchaseFault,
  replayPurchases,
  type Purchase as Entry,
} from '../../domain/purchases/purchases'
import type { License, Product } from '../../payload-types'
import { purchaseFrame } from './originPurchase'
import { startOf, type Ledger } from './applyPendingPurchases'

/**
 * The row of a purchase, with what it makes of the license.
 * @throws LICENSE_STATE_CONFLICT for a terminated license; UNKNOWN_PRODUCT, PURCHASE_CONFLICT,
 * NOTHING_BOUGHT
 */
export const makePurchase = async (
  req: PayloadRequest,
  { license, purchases }: Ledger,
  input: PurchaseInput,
  now: Date,
): Promise<NewRow> => {
  if (license.state === 'terminated')
    throw new ChannelError('LICENSE_STATE_CONFLICT', { path: 'license' })
  const product = await productOf(req, license.product, input)
  const entry = {
    ...purchaseFrame(req, license, (purchases.at(-1)?.sequence ?? 0) + 1, now),
    ...entryOf(input, product, license.seats),
  }
  const before = replayPurchases(startOf(license), purchases)
  const after = applyPurchase(before, entry as unknown as Entry)
  const fault = purchaseFault(before, after, entry)
  if (fault) throw ChannelError.of([fault])
  return {
    ...entry,
    workspacesAfter: after.workspaces,
    usersAfter: after.users,
    expiresBefore: before.expiresAt,
    expiresAfter: after.expiresAt,
  }
}

const entryOf = (input: PurchaseInput, product: Product, seats: number) => {
  const { amount, currency, durationYears, note, quantity, type } = input
  const limits = input.limits ?? unitsOf(input, product)
  return {
    type,
    quantity: quantity ?? 1,
    workspacesAdded: limits.workspaces ?? 0,
    usersAdded: limits.users ?? 0,
    product: product.id,
    ...(type === 'renewal' && {
      basis: input.basis ?? DEFAULT_BASIS,
      durationYears: durationYears ?? 1,
    }),
    ...(type === 'upgrade' && {
      productWorkspaces: limitsOf(product, seats).workspaces,
      productUsers: limitsOf(product, seats).users,
    }),
    amount,
    currency,
    note: note ?? null,
  }
}

/** An expansion by units adds what the product brings for so many. */
const unitsOf = ({ quantity, type }: PurchaseInput, product: Product): Partial<Limits> =>
  type === 'expansion' && quantity !== undefined ? limitsOf(product, quantity) : {}

/** The product of an upgrade must be on sale; any other purchase is for the one that is there. */
const productOf = async (
  req: PayloadRequest,
  current: License['product'],
  { product, sku }: PurchaseInput,
): Promise<Product> => {
  const asked: Where =
    product !== undefined ? { id: { equals: product } } : { sku: { equals: sku } }
  const isUpgrade = product !== undefined || sku !== undefined
  // Payload's own query: what a client sends as an ID may be none.
  const found = await req.payload.db.findOne<Product>({
    collection: slugsOf(req.payload).products,
    where: isUpgrade ? asked : { id: { equals: idOf(current) } },
    req,
  })
  if (!found || (isUpgrade && found.active === false))
    throw new ChannelError('UNKNOWN_PRODUCT', { path: product === undefined ? 'sku' : 'product' })
  return found
}
