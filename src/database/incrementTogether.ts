import { LAST_NUMBER } from '../domain/numbers'
import { incrementCounter } from './incrementCounter'
import type { Connection } from './sql/sqlRunner'

type Waiting = {
  count: number
  resolve: (last: number | null) => void
  reject: (error: unknown) => void
}

const queues = new WeakMap<object, Map<string, Waiting[]>>()

/**
 * `incrementCounter` outside a transaction for many callers at once: those that come while one
 * increment is under way share the next one, so that a busy series costs a statement now and then
 * rather than one for each caller. Numbers stay without gaps and in the order of the calls.
 */
export const incrementTogether = (
  { payload }: Connection,
  series: string,
  count: number,
): Promise<number | null> => {
  const bySeries = queues.get(payload.db) ?? new Map<string, Waiting[]>()
  queues.set(payload.db, bySeries)
  return new Promise((resolve, reject) => {
    const waiting = bySeries.get(series)
    if (waiting) waiting.push({ count, resolve, reject })
    else {
      const queue = [{ count, resolve, reject }]
      bySeries.set(series, queue)
      void workOff({ payload }, series, queue, () => bySeries.delete(series))
    }
  })
}

const workOff = async (
  req: Connection,
  series: string,
  queue: Waiting[],
  close: () => void,
): Promise<void> => {
  while (queue.length > 0) {
    const group = takeGroup(queue)
    const total = group.reduce((sum, { count }) => sum + count, 0)
    try {
      let last = await incrementCounter(req, series, total)
      if (last === null && group.length > 1) await oneByOne(req, series, group)
      else
        for (const { count, resolve } of group.reverse()) {
          resolve(last)
          if (last !== null) last -= count
        }
    } catch (error) {
      group.forEach(({ reject }) => reject(error))
    }
  }
  // In the moment of the last look: whoever joined the queue after it would wait for ever.
  close()
}

/** As many as one increment may hold, at least one. */
const takeGroup = (queue: Waiting[]): Waiting[] => {
  let total = 0
  const end = queue.findIndex(({ count }) => (total += count) > LAST_NUMBER)
  return queue.splice(0, end === -1 ? queue.length : Math.max(end, 1))
}

/** Near the end of a series the small ones may still fit. */
const oneByOne = async (req: Connection, series: string, group: Waiting[]): Promise<void> => {
  for (const { count, resolve } of group) resolve(await incrementCounter(req, series, count))
}
