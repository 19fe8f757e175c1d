import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { newId } from '../../database/newId'
import { plainTable } from '../../database/sql/plainTable'
import { sqlRunner, statementName, type SqlRunner } from '../../database/sql/sqlRunner'
import { writeUsageDocuments } from './writeUsageDocuments'
import type { UsageReport } from './writeUsageDocuments'

/**
 * Keeps a usage report once, adds it to its day (peaks and count), and makes it the license's latest
 * usage unless a later one is known: exact under any concurrency. Where the database can, by a
 * single statement; without transactions by steps that a repetition completes.
 * @returns whether the report is new; a known one changes nothing
 */
export const writeUsage = async (
  req: PayloadRequest,
  report: UsageReport,
  now: Date,
): Promise<boolean> => {
  const runner = await sqlRunner(req)
  const statements = runner && statementsOf(req, runner.dialect)
  if (!runner || !statements) return writeUsageDocuments(req, report)
  const { license, customer, partner, workspaces, users, reportedAt } = report
  const key = [report.reportKey]
  const day = [...key, report.day, report.dayKey]
  const plain = [
    ...day,
    license,
    customer,
    partner,
    workspaces,
    users,
    reportedAt,
    now.toISOString(),
  ]
  const [reportId, dayId] = [newId(req.payload), newId(req.payload)]
  const all = statements.withId ? [...plain, reportId, dayId] : plain
  if (runner.dialect === 'postgres')
    return (await runner.run(statements.whole, all, statements.name)).length > 0
  return inTransaction(req, async () => {
    const { run } = (await sqlRunner(req)) as SqlRunner
    const own = statements.withId ? [...plain, reportId] : plain
    if ((await run(statements.report, own)).length === 0) return false
    await run(statements.day, statements.withId ? all : day)
    await run(statements.latest, key)
    return true
  })
}

type Statements = Record<'day' | 'latest' | 'name' | 'report' | 'whole', string> & {
  withId: boolean
}

const known = new WeakMap<object, null | Statements>()

/** `null` where one of the collections is not plain rows; made once for each database. */
const statementsOf = (
  { payload }: PayloadRequest,
  dialect: SqlRunner['dialect'],
): null | Statements => {
  const found = known.get(payload.db)
  if (found !== undefined) return found
  const slugs = slugsOf(payload)
  const reports = plainTable(payload, slugs.usageReports)
  const days = plainTable(payload, slugs.usageDays)
  const licenses = plainTable(payload, slugs.licenses)
  const names = reports && days && licenses && [reports.name, days.name, licenses.name]
  const idType = days?.byPath.get('id')?.sqlType ?? ''
  const withId = newId(payload) !== undefined
  const made = names && compose(dialect, names as [string, string, string], withId && idType)
  known.set(payload.db, made)
  return made
}

/** $1 report key, $2 day, $3 day key, $4–$9 the report, $10 now; $11 and $12 the IDs, where we give them. */
const compose = (
  dialect: SqlRunner['dialect'],
  [reports, days, licenses]: [string, string, string],
  idType: false | string,
): Statements => {
  const together = dialect === 'postgres'
  const typed = (parameter: string, type: string) =>
    together ? `CAST(${parameter} AS ${type})` : parameter
  const greatest = together ? 'GREATEST' : 'MAX'
  // Within one statement nobody sees the row itself, only what its insertion returned.
  const source = together ? 'report' : `"${reports}" AS report`
  const own = together ? 'TRUE' : 'report."report_key" = $1'
  const report = `INSERT INTO "${reports}" ("report_key", "license_id", "customer_id", "partner_id",
      "workspaces", "users", "reported_at", "created_at", "updated_at"${idType ? ', "id"' : ''})
    VALUES ($1, $4, $5, $6, $7, $8, $9, $10, $10${idType ? ', $11' : ''})
    ON CONFLICT ("report_key") DO NOTHING
    RETURNING "license_id", "customer_id", "partner_id", "workspaces", "users", "reported_at", "created_at"`
  // Rows of before holders had their own are known by whose they are, not by their key.
  const present = `SELECT known."day_key" FROM "${days}" AS known
    WHERE known."license_id" = report."license_id" AND known."day" = ${typed('$2', 'varchar')}
      AND known."customer_id" IS NOT DISTINCT FROM report."customer_id"
      AND known."partner_id" IS NOT DISTINCT FROM report."partner_id" LIMIT 1`
  const day = `INSERT INTO "${days}" ("day", "day_key", ${idType ? '"id", ' : ''}"license_id",
      "customer_id", "partner_id", "workspaces", "users", "reports", "created_at", "updated_at")
    SELECT ${typed('$2', 'varchar')}, COALESCE((${present}), ${typed('$3', 'varchar')}), ${idType ? `${typed('$12', idType)}, ` : ''}
      report."license_id", report."customer_id", report."partner_id", report."workspaces",
      report."users", 1, report."created_at", report."created_at"
    FROM ${source} WHERE ${own}
    ON CONFLICT ("day_key") DO UPDATE SET
      "workspaces" = ${greatest}("${days}"."workspaces", excluded."workspaces"),
      "users" = ${greatest}("${days}"."users", excluded."users"),
      "reports" = "${days}"."reports" + 1,
      "updated_at" = excluded."updated_at"
    RETURNING "reports"`
  // The revision tells whoever is about to write the whole license that it is another one now.
  const latest = `UPDATE "${licenses}" SET "usage_workspaces" = report."workspaces",
      "usage_users" = report."users", "usage_reported_at" = report."reported_at",
      "revision" = COALESCE("revision", 0) + 1
    FROM ${source} WHERE ${own} AND "${licenses}"."id" = report."license_id"
      AND ("usage_reported_at" IS NULL OR "usage_reported_at" < report."reported_at")`
  const whole = `WITH report AS (${report}), latest AS (${latest}) ${day}`
  return { report, day, latest, whole, name: statementName(whole), withId: Boolean(idType) }
}
