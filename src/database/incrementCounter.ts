import { slugsOf } from '../channel'
import { lastNumberOf } from '../domain/numbers'
import { isConflict } from './isConflict'
import { newId } from './newId'
import { plainTable } from './sql/plainTable'
import { retryOnConflict } from './retryOnConflict'
import { sqlRunner, type Connection } from './sql/sqlRunner'

/**
 * Adds `count` to a series' counter in one atomic step, making the counter where it is new.
 * @returns the counter's new value, or `null` (nothing changed) when it would pass 999,999
 */
export const incrementCounter = async (
  req: Connection,
  series: string,
  count: number,
): Promise<number | null> => {
  if (count > lastNumberOf(series)) return null
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, slugsOf(req.payload).counters)
  if (!runner || !table) return retryOnConflict(() => incrementDocument(req, series, count))
  const { name } = table
  const id = newId(req.payload)
  const withId = id !== undefined
  const rows = await runner.run(
    `INSERT INTO "${name}" ("series", "value"${withId ? ', "id"' : ''})
     VALUES ($1, $2${withId ? ', $4' : ''})
     ON CONFLICT ("series") DO UPDATE SET "value" = "${name}"."value" + excluded."value"
     WHERE "${name}"."value" + excluded."value" <= $3
     RETURNING "value"`,
    [series, count, lastNumberOf(series), ...(withId ? [id] : [])],
    'channel_increment_counter',
  )
  return rows[0] ? Number(rows[0].value) : null
}

/** Two steps where there is no SQL: raise it, else make it; whoever loses the making raises it. */
const incrementDocument = async (
  req: Connection,
  series: string,
  count: number,
): Promise<number | null> => {
  const { payload } = req
  const collection = slugsOf(payload).counters
  const raise = () =>
    payload.db.updateOne({
      collection,
      where: {
        series: { equals: series },
        value: { less_than_equal: lastNumberOf(series) - count },
      },
      data: { value: { $inc: count } },
      returning: true,
    }) as Promise<unknown> as Promise<{ value: number } | null>
  const raised = await raise()
  if (raised) return raised.value
  try {
    await payload.db.create({ collection, data: { series, value: count } })
    return count
  } catch (error) {
    if (isConflict(error)) throw error
    return (await raise())?.value ?? null
  }
}
