import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import type { ExpiryBand } from '../../domain/alerts/alertRules'
import { inTransaction } from '../../database/inTransaction'
import { plainTable } from '../../database/sql/plainTable'
import { raiseStatement } from './raiseStatement'
import { sqlRunner, type SqlRunner } from '../../database/sql/sqlRunner'

/** How many alerts a statement writes: bounds how long others wait for it. */
const ROWS_PER_STATEMENT = 20_000

/**
 * Raises the alerts that stretches of expiry dates are due, without a license leaving the database:
 * one statement finds and writes them, opens the resolved ones again, and passes over what has its
 * alert. Two at once write none twice, by the unique key.
 * @returns how many were raised, or `null` where the database or its tables do not allow it
 */
export const raiseInBulk = async (
  req: PayloadRequest,
  bands: ExpiryBand[],
  now: Date,
): Promise<null | number> => {
  const slugs = slugsOf(req.payload)
  const [alerts, licenses] = [slugs.alerts, slugs.licenses].map((slug) =>
    plainTable(req.payload, slug),
  )
  const runner = await sqlRunner(req)
  if (!alerts || !licenses || !runner) return null
  const statement = raiseStatement(req, runner.dialect, { alerts, licenses }, bands, {
    limit: ROWS_PER_STATEMENT,
    now,
  })
  let raised = 0
  for (;;) {
    const count = await inTransaction(req, () => written[runner.dialect](req, statement))
    raised += count
    if (count < ROWS_PER_STATEMENT) return raised
  }
}

type Statement = { text: string; parameters: unknown[] }

/** Runs the statement and says how many rows it wrote. Unnamed: planned for the dates at hand. */
const written: Record<
  SqlRunner['dialect'],
  (req: PayloadRequest, statement: Statement) => Promise<number>
> = {
  postgres: async (req, { parameters, text: statement }) => {
    const { run } = (await sqlRunner(req)) as SqlRunner
    const rows = await run(
      `WITH raised AS (${statement} RETURNING 1) SELECT count(*) AS count FROM raised`,
      parameters,
    )
    return Number(rows[0]?.count)
  },
  sqlite: async (req, { parameters, text: statement }) => {
    const { run } = (await sqlRunner(req)) as SqlRunner
    await run(statement, parameters)
    return Number((await run('SELECT changes() AS count', []))[0]?.count)
  },
}
