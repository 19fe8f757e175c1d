import type { CollectionSlug, PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertRows, type Batch, type WrittenRow } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { readRow, readRows } from '../../database/readRows'
import type { License, Order } from '../../payload-types'
import { actorOf, type Actor } from '../records/actorOf'
import { appendEntries } from '../changeLog/appendEntries'
import { issueLicenses, planLicenses } from './issueLicenses'
import { itemsOf } from './itemsOf'

/**
 * What is still to be written for a change of an order, where the database can't write it together
 * with the order. It is kept in the order itself, by the very write that makes the change: from
 * then on the rest is written, by whoever made the change or, if that one dies, by a worker.
 */
export type Unfinished = {
  /** Rows with their IDs, by which one that is there is known. */
  batches: Batch[]
  /** The licenses’ numbers, by prefix, where the change issues licenses. */
  numbers?: Record<string, string[]>
  /** The lines are those of the batches and no others. */
  replacesLines?: boolean
  actor: Actor
}

/** The fields of an order that say what is still to be written. */
export const unfinishedFields = (
  req: PayloadRequest,
  unfinished: Omit<Unfinished, 'actor'>,
  now: Date,
) => ({
  unfinishedSince: now.toISOString(),
  unfinished: { ...unfinished, actor: actorOf(req) },
})

/**
 * Writes what is missing of an order’s last change. Several at once, or one after a crash, complete
 * each other: every step leaves out what is there.
 * @returns the licenses, where the change issues some
 */
export const finishOrder = async (req: PayloadRequest, order: Order): Promise<License[]> => {
  const { batches, numbers, replacesLines } = order.unfinished as Unfinished
  const slugs = slugsOf(req.payload)
  const at = new Date(order.unfinishedSince as string)
  // The lines first: the licenses follow from them.
  const first = batches.filter(({ slug }) => slug === slugs.orderItems)
  for (const { rows, slug } of first) {
    // Lines alone may go again: whoever comes late must not bring back what was replaced since.
    if (!(await isUnfinished(req, order))) return []
    if (replacesLines) await deleteOthers(req, slug, order, rows)
    await insertMissing(req, slug, rows)
  }
  const licenses = numbers ? await issue(req, order, numbers, at) : []
  for (const { rows, slug } of batches.filter((batch) => !first.includes(batch)))
    await (slug === slugs.changeLogs ? appendEntries(req, rows) : insertMissing(req, slug, rows))
  await req.payload.db.updateOne({
    collection: slugs.orders,
    where: { id: { equals: order.id }, unfinishedSince: { equals: order.unfinishedSince } },
    data: { unfinishedSince: null, unfinished: null },
    options: { atomic: true },
    req,
  })
  return licenses
}

const issue = async (
  req: PayloadRequest,
  order: Order,
  numbers: Record<string, string[]>,
  at: Date,
): Promise<License[]> => {
  const plan = await planLicenses(req, order, await itemsOf(req, order.id), at)
  const pools = Object.entries(numbers).map(
    ([prefix, ids]) => [prefix, [...ids]] as [string, string[]],
  )
  return issueLicenses(req, plan, at, new Map(pools))
}

const isUnfinished = async (
  req: PayloadRequest,
  { id, unfinishedSince }: Order,
): Promise<boolean> => {
  const where = { id: { equals: id }, unfinishedSince: { equals: unfinishedSince } }
  return (await readRow(req, slugsOf(req.payload).orders, where)) !== null
}

const deleteOthers = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  order: Order,
  rows: NewRow[],
): Promise<void> => {
  const others = { order: { equals: order.id }, id: { not_in: rows.map(({ id }) => id) } }
  await req.payload.db.deleteMany({ collection, where: others, req })
}

const insertMissing = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
): Promise<void> => {
  const missing = async () => {
    const where = { id: { in: rows.map(({ id }) => id) } }
    const known = new Set((await readRows<WrittenRow>(req, slug, where)).map(({ id }) => id))
    return rows.filter(({ id }) => !known.has(id as string))
  }
  const before = await missing()
  try {
    await insertRows(req, slug, before)
  } catch (error) {
    const after = await missing()
    if (after.length > 0 && after.length === before.length) throw error
    await insertMissing(req, slug, after)
  }
}
