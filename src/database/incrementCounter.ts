import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { LAST_NUMBER } from '../domain/numbers'
import { newId } from './newId'
import { sqlRunner } from './sqlRunner'
import { tableOf } from './tableOf'

/**
 * Adds `count` to a series' counter in one atomic step, making the counter where it is new.
 * @returns the counter's new value, or `null` (nothing changed) when it would pass 999,999
 */
export const incrementCounter = async (
  req: PayloadRequest,
  series: string,
  count: number,
): Promise<number | null> => {
  const runner = await sqlRunner(req)
  if (!runner) return incrementDocument(req, series, count)
  const { name } = tableOf(req.payload, slugsOf(req.payload).counters)
  const id = newId(req.payload)
  const columns = id === undefined ? '"series", "value"' : '"series", "value", "id"'
  const values = id === undefined ? '$1, $2' : '$1, $2, $4'
  const parameters = [series, count, LAST_NUMBER, ...(id === undefined ? [] : [id])]
  const rows = await runner.run(
    `INSERT INTO "${name}" (${columns}) SELECT ${values} WHERE $2 <= $3
     ON CONFLICT ("series") DO UPDATE SET "value" = "${name}"."value" + excluded."value"
     WHERE "${name}"."value" + excluded."value" <= $3
     RETURNING "value"`,
    parameters,
  )
  return rows[0] ? Number(rows[0].value) : null
}

/** Two steps where there is no SQL: raise it, else make it; whoever loses the making raises it. */
const incrementDocument = async (
  req: PayloadRequest,
  series: string,
  count: number,
): Promise<number | null> => {
  const { payload } = req
  const collection = slugsOf(payload).counters
  const raise = () =>
    payload.db.updateOne({
      collection,
      where: { series: { equals: series }, value: { less_than_equal: LAST_NUMBER - count } },
      data: { value: { $inc: count } },
      returning: true,
    }) as Promise<unknown> as Promise<{ value: number } | null>
  const raised = await raise()
  if (raised) return raised.value
  if (count > LAST_NUMBER) return null
  try {
    await payload.db.create({ collection, data: { series, value: count } })
    return count
  } catch {
    return (await raise())?.value ?? null
  }
}
