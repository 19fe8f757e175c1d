import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { hasTransactions } from '../../database/hasTransactions'
import type { WrittenRow } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import { idOf } from '../../domain/idOf'
import { expiryOf } from '../../domain/products/licenseTypes'
import { limitsOf } from '../../domain/products/limitsOf'
import type { License, Order, OrderItem, Partner, Product } from '../../payload-types'
import { ensureCustomers } from '../customers/ensureCustomers'
import { createLogged } from '../changeLog/createLogged'
import { createMissing } from '../changeLog/createMissing'
import { licensesOf } from '../../domain/products/licensesOf'
import { originsOf } from '../licenses/originsOf'
import { partnerOf } from '../partners/partnerOf'
import { productOfLine } from '../products/productOfLine'
import { productsOf } from '../products/productsOf'
import { reserveNumbers } from '../records/reserveNumbers'

/** What is settled before the transaction: customers and products. */
export type LicensePlan = {
  order: Order
  partner: Partner
  lines: { item: OrderItem; product: Product; customer: number | string }[]
}

/** How many licenses are made and written at a time, so that memory stays bounded. */
const BATCH = 1_000

/** Finds or creates the customers of the lines, and reads their products. */
export const planLicenses = async (
  req: PayloadRequest,
  order: Order,
  items: OrderItem[],
  now: Date,
): Promise<LicensePlan> => {
  const products = await productsOf(req, items)
  const partner = await partnerOf(req, order)
  const customers = await ensureCustomers(req, order, items, partner, now)
  const lines = items.map((item, index) => ({
    item,
    product: productOfLine(item, products.get(idOf(item.product) as number | string) as Product),
    customer: customers[index] as number | string,
  }))
  return { order, partner, lines }
}

/** Numbers for licenses, by the prefix of their product. */
export type NumberPools = Map<string, string[]>

/**
 * Issues the planned licenses in bulk, each with a log entry and the purchase it begins with. The
 * system writes here: no role may create licenses of its own accord. Runs in the transaction that
 * moves the order; where there is none, it may be repeated and completes what is there. A unit of a
 * line can be issued once only, by a unique key.
 * @param reserved the numbers, where they were reserved before
 * @throws NUMBERS_EXHAUSTED past 999,999 licenses of one prefix in a month; nothing is written then
 */
export const issueLicenses = async (
  req: PayloadRequest,
  plan: LicensePlan,
  now: Date,
  reserved?: NumberPools,
): Promise<License[]> => {
  const pools = reserved ?? (await reserveIds(req, plan, now))
  const rows = licenseRows(req, plan, pools, now)
  const slugs = channelOf(req.payload).options.slugs
  const origins = originsOf(req, plan, now)
  const along = (written: WrittenRow[]) => [
    { slug: slugs.purchases, rows: origins(written), key: 'purchaseKey' },
  ]
  const together = hasTransactions(req.payload)
  const issued: License[] = []
  for (let batch = take(rows, BATCH); batch.length > 0; batch = take(rows, BATCH)) {
    const written = together
      ? await createLogged(req, slugs.licenses, batch, now, along)
      : await createMissing(req, slugs.licenses, batch, 'issueKey', now, along)
    issued.push(...(written as unknown as License[]))
  }
  return issued
}

const take = <T>(from: Iterator<T>, count: number): T[] => {
  const taken: T[] = []
  while (taken.length < count) {
    const { done, value } = from.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

function* licenseRows(
  req: PayloadRequest,
  plan: LicensePlan,
  pools: NumberPools,
  now: Date,
): Generator<NewRow, void> {
  for (const line of plan.lines) {
    const pool = pools.get(line.product.licensePrefix) as string[]
    const licenseIds = pool.splice(0, licensesOf(line.product, line.item.quantity))
    for (const [index, licenseId] of licenseIds.entries())
      yield licenseRow(req, plan, line, licenseId, index + 1, now)
  }
}

/** One block for each prefix, always in the same order, so that two approvals never wait in a circle. */
export const reserveIds = async (
  req: PayloadRequest,
  { lines }: LicensePlan,
  now: Date,
): Promise<NumberPools> => {
  const counts = new Map<string, number>()
  for (const { product, item } of lines) {
    const { licensePrefix } = product
    counts.set(licensePrefix, (counts.get(licensePrefix) ?? 0) + licensesOf(product, item.quantity))
  }
  const pools: NumberPools = new Map()
  for (const prefix of [...counts.keys()].sort())
    pools.set(prefix, await reserveNumbers(req, prefix, counts.get(prefix) as number, now))
  return pools
}

const licenseRow = (
  req: PayloadRequest,
  { order, partner }: LicensePlan,
  { item, product, customer }: LicensePlan['lines'][number],
  licenseId: string,
  unit: number,
  now: Date,
): NewRow => {
  const at = now.toISOString()
  const seats = product.issuing === 'seat_count' ? item.quantity : 1
  return {
    id: newId(req.payload),
    licenseId,
    state: 'created',
    product: product.id,
    productType: product.productType,
    licenseType: item.licenseType,
    customer,
    partner: partner.id,
    salesRep: idOf(partner.salesRep),
    order: order.id,
    orderItem: item.id,
    unit,
    seats,
    limits: limitsOf(product, seats),
    startsAt: at,
    expiresAt: expiryOf(item.licenseType, now, item.durationYears)?.toISOString() ?? null,
    lastPurchase: 1,
    revision: 0,
    issueKey: `${item.id}:${unit}`,
    createdAt: at,
    updatedAt: at,
  }
}
