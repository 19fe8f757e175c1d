import { slugsOf } from '../channel'
import type { RateWindow } from '../domain/access/rateLimits'
import { newId } from './newId'
import { plainTable } from './sql/plainTable'
import { retryOnConflict } from './retryOnConflict'
import { sqlRunner, statementName, type Connection } from './sql/sqlRunner'

type Row = { hits: number; resetsAt: number }

const toWindow = ({ hits, resetsAt }: Row): RateWindow => ({
  hits: Number(hits),
  resetsAt: new Date(Number(resetsAt)),
})

/** Counts one more in a window, in one atomic statement; a window that is over begins anew. */
export const countInWindow = async (
  req: Connection,
  key: string,
  windowMs: number,
  now: Date,
): Promise<RateWindow> => {
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, slugsOf(req.payload).rateWindows)
  if (!runner || !table) return retryOnConflict(() => countDocument(req, key, windowMs, now))
  const { name } = table
  const id = newId(req.payload)
  const withId = id !== undefined
  const open = `"${name}"."resets_at" > $3`
  const text = `INSERT INTO "${name}" ("key", "hits", "resets_at"${withId ? ', "id"' : ''})
     VALUES ($1, 1, $2${withId ? ', $4' : ''})
     ON CONFLICT ("key") DO UPDATE SET
       "hits" = CASE WHEN ${open} THEN "${name}"."hits" + 1 ELSE 1 END,
       "resets_at" = CASE WHEN ${open} THEN "${name}"."resets_at" ELSE excluded."resets_at" END
     RETURNING "hits", "resets_at" AS "resetsAt"`
  const values = [key, now.getTime() + windowMs, now.getTime(), ...(withId ? [id] : [])]
  const [row] = await runner.run(text, values, statementName(text))
  return toWindow(row as Row)
}

/** What a window holds; nothing where it is over. */
export const readWindow = async (
  req: Connection,
  key: string,
  now: Date,
): Promise<RateWindow | undefined> => {
  const row = await req.payload.db.findOne<Row & { id: string }>({
    collection: slugsOf(req.payload).rateWindows,
    where: { and: [{ key: { equals: key } }, { resetsAt: { greater_than: now.getTime() } }] },
    req,
  })
  return row ? toWindow(row) : undefined
}

/** Takes one back. Within the caller's transaction where there is SQL: its row is the caller's till then. */
export const uncountInWindow = async (req: Connection, key: string): Promise<void> => {
  const { db } = req.payload
  const hasSql = (await sqlRunner(req)) !== null
  await db.updateOne({
    collection: slugsOf(req.payload).rateWindows,
    where: { and: [{ key: { equals: key } }, { hits: { greater_than: 0 } }] },
    data: { hits: { $inc: -1 } },
    options: { atomic: true },
    returning: false,
    // On MongoDB two transactions on one row fail; outside of them they queue.
    ...(hasSql && { req }),
  })
}

/** Without SQL: raise it, else begin it anew, else make it; whoever loses the making raises it. */
const countDocument = async (
  { payload }: Connection,
  key: string,
  windowMs: number,
  now: Date,
): Promise<RateWindow> => {
  const collection = slugsOf(payload).rateWindows
  const [at, resetsAt] = [now.getTime(), now.getTime() + windowMs]
  const change = async (isOver: boolean, data: object): Promise<Row | null> =>
    (await payload.db.updateOne({
      collection,
      where: {
        and: [
          { key: { equals: key } },
          { resetsAt: isOver ? { less_than_equal: at } : { greater_than: at } },
        ],
      },
      data: data as Record<string, unknown>,
      options: { atomic: true },
      returning: true,
    })) as unknown as Row | null
  const raise = () => change(false, { hits: { $inc: 1 } })
  const known = (await raise()) ?? (await change(true, { hits: 1, resetsAt }))
  if (known) return toWindow(known)
  try {
    await payload.db.create({ collection, data: { key, hits: 1, resetsAt } })
    return toWindow({ hits: 1, resetsAt })
  } catch (error) {
    const raised = await raise()
    if (!raised) throw error
    return toWindow(raised)
  }
}
