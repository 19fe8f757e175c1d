import type { CollectionSlug, PayloadRequest } from 'payload'

import { readInBatches } from './readInBatches'
import { readLinkedRows } from './readLinkedRows'

export type LinkedRead = {
  collection: CollectionSlug
  /** A field whose values are unique, by which the documents are asked for. */
  key: string
  /** As `readLinkedRows` takes them. */
  links: Record<string, CollectionSlug>
}

type Reader = (value: string) => Promise<object | null>

const readers = new WeakMap<object, Map<string, Reader>>()

/** The document of a key, with the ones that it links to: one read for many callers at once. */
export const readTogether = <T extends object>(
  { payload }: Pick<PayloadRequest, 'payload'>,
  read: LinkedRead,
  value: string,
): Promise<T | null> => {
  const byRead = readers.get(payload.db) ?? new Map<string, Reader>()
  readers.set(payload.db, byRead)
  const name = `${read.collection}.${read.key}`
  const reader = byRead.get(name) ?? readerOf({ payload }, read)
  byRead.set(name, reader)
  return reader(value) as Promise<T | null>
}

/** Outside of any transaction: what is read is for callers of several requests. */
const readerOf = (
  connection: Pick<PayloadRequest, 'payload'>,
  { collection, key, links }: LinkedRead,
): Reader =>
  readInBatches(async (values: string[]) => {
    const where = { [key]: { in: values } }
    const rows = await readLinkedRows<object>(
      connection as PayloadRequest,
      collection,
      where,
      links,
      key,
    )
    return new Map(rows.map((row) => [(row as Record<string, string>)[key]!, row]))
  })
