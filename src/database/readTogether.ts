import type { CollectionSlug, PayloadRequest } from 'payload'

import { readLinkedRows } from './readRows'

export type LinkedRead = {
  collection: CollectionSlug
  /** A field whose values are unique, by which the documents are asked for. */
  key: string
  /** As `readLinkedRows` takes them. */
  links: Record<string, CollectionSlug>
}

type Waiting<T> = {
  value: string
  resolve: (found: T | null) => void
  reject: (error: unknown) => void
}

const queues = new WeakMap<object, Map<string, Waiting<object>[]>>()

/**
 * The document of a key, with the ones that it links to, for many callers at once and outside of any
 * transaction: those that come while one read is under way share the next one. It begins after they
 * came, so that each of them sees what was written before.
 */
export const readTogether = <T extends object>(
  req: PayloadRequest,
  read: LinkedRead,
  value: string,
): Promise<T | null> => {
  const byRead = queues.get(req.payload.db) ?? new Map<string, Waiting<object>[]>()
  queues.set(req.payload.db, byRead)
  const name = `${read.collection}.${read.key}`
  return new Promise<object | null>((resolve, reject) => {
    const waiting = byRead.get(name)
    if (waiting) waiting.push({ value, resolve, reject })
    else {
      const queue = [{ value, resolve, reject }]
      byRead.set(name, queue)
      void workOff(req, read, queue).finally(() => byRead.delete(name))
    }
  }) as Promise<T | null>
}

/** So many keys of one statement, at most. */
const KEYS = 500

const workOff = async (
  req: PayloadRequest,
  { collection, key, links }: LinkedRead,
  queue: Waiting<object>[],
): Promise<void> => {
  while (queue.length > 0) {
    const group = queue.splice(0, KEYS)
    try {
      const values = [...new Set(group.map(({ value }) => value))]
      const rows = await readLinkedRows<object>(
        req,
        collection,
        { [key]: { in: values } },
        links,
        key,
      )
      const found = new Map(rows.map((row) => [(row as Record<string, unknown>)[key], row]))
      for (const { resolve, value } of group) resolve(found.get(value) ?? null)
    } catch (error) {
      group.forEach(({ reject }) => reject(error))
    }
  }
}
