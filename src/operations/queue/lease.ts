import type { BasePayload, CollectionSlug, Where } from 'payload'

/** A row of a queue: `attempts` counts every claim and so tells one holder from the next. */
export type QueueRow = { id: number | string; attempts: number }

const held = ({ id, attempts }: QueueRow): Where => ({
  and: [{ id: { equals: id } }, { attempts: { equals: attempts } }],
})

/** What is due, the longest waiting first. Reading takes nothing: each row is claimed on its own. */
export const findDue = async <T extends QueueRow>(
  payload: BasePayload,
  collection: CollectionSlug,
  open: Where,
  now: Date,
  limit: number,
): Promise<T[]> => {
  const { docs } = await payload.db.find<T>({
    collection,
    where: { and: [open, { dueAt: { less_than_equal: now.toISOString() } }] },
    sort: 'dueAt',
    limit,
    pagination: false,
    joins: false as never,
  })
  return docs
}

/**
 * Takes a row until the lease ends, by compare-and-set: of several workers one gets it. A worker
 * that dies holds it no longer than its lease.
 * @param more further fields of the row to write with it
 * @returns the row as this worker holds it, or `null` when another was faster
 */
export const lease = async <T extends QueueRow>(
  payload: BasePayload,
  collection: CollectionSlug,
  row: T,
  leaseEnd: Date,
  more: Partial<T> = {},
): Promise<null | T> => {
  const attempts = row.attempts + 1
  const data = { ...more, dueAt: leaseEnd.toISOString(), attempts }
  const won = await payload.db.updateOne({
    collection,
    where: held(row),
    data,
    options: { atomic: true },
  })
  return won ? { ...row, ...data } : null
}

/** Writes the outcome, unless the lease ended and another worker holds the row now. */
export const settleRow = async (
  payload: BasePayload,
  collection: CollectionSlug,
  row: QueueRow,
  data: Record<string, unknown>,
  req?: Parameters<BasePayload['db']['updateOne']>[0]['req'],
): Promise<boolean> => {
  const settled = await payload.db.updateOne({
    collection,
    where: held(row),
    data,
    options: { atomic: true },
    req,
  })
  return settled !== null
}
