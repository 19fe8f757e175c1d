import { v7 } from 'uuid'

import type { RawDatabase, Statement } from './rawDatabase'

type Ask = { licenseId: string }
type Report = Ask & { workspaces: number; users: number }

const FIND = `SELECT l.*, p.overage_policy FROM licenses l JOIN products p ON p.id = l.product_id
  WHERE l.license_id = $1 LIMIT 1`
const FIND_KEY = `SELECT * FROM licenses WHERE license_id = $1 LIMIT 1`

const REPORT = `INSERT INTO usage_reports (id, license_id, customer_id, partner_id, workspaces, users,
    reported_at, report_key, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $7)
  ON CONFLICT (report_key) DO NOTHING RETURNING *`

const day = (greatest: string, source: string): string => `INSERT INTO usage_days (id, license_id,
    customer_id, partner_id, day, workspaces, users, reports, day_key, created_at, updated_at)
  SELECT ${source}
  ON CONFLICT (day_key) DO UPDATE SET workspaces = ${greatest}(usage_days.workspaces, excluded.workspaces),
    users = ${greatest}(usage_days.users, excluded.users), reports = usage_days.reports + 1,
    updated_at = excluded.updated_at`

const POSTGRES = `WITH report AS (${REPORT}), latest AS (UPDATE licenses SET
    usage_workspaces = report.workspaces, usage_users = report.users,
    usage_reported_at = report.reported_at, revision = revision + 1
  FROM report WHERE licenses.id = report.license_id
    AND (usage_reported_at IS NULL OR usage_reported_at < report.reported_at))
  ${day(
    'GREATEST',
    `$9::uuid, license_id, customer_id, partner_id, $10::varchar, workspaces, users, 1,
     $11::varchar, created_at, updated_at FROM report`,
  )}`

const SQLITE_DAY = day('MAX', '$1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $9 WHERE TRUE')
const SQLITE_LATEST = `UPDATE licenses SET usage_workspaces = $2, usage_users = $3,
    usage_reported_at = $4, revision = revision + 1
  WHERE id = $1 AND (usage_reported_at IS NULL OR usage_reported_at < $4)`

/** The least that a validation and a usage report take: the same rows, without keys, rules and limits. */
export const limitOfUsage = (raw: RawDatabase, uri: string) => ({
  validate: async ({ licenseId }: Ask): Promise<object> => {
    const [license] = await raw.run([{ text: FIND, values: [licenseId] }])
    const { expires_at, license_type, product_type, starts_at, state } = license!
    const shown = { licenseId, expires_at, license_type, product_type, starts_at, state }
    return { valid: state === 'in_use', license: shown }
  },
  report: async ({ licenseId, users, workspaces }: Report): Promise<object> => {
    const [license] = await raw.run([{ text: FIND_KEY, values: [licenseId] }])
    const { customer_id, id, partner_id } = license!
    const at = new Date().toISOString()
    const today = at.slice(0, 10)
    const owner = [id, customer_id, partner_id]
    const key = v7()
    const report = [v7(), ...owner, workspaces, users, at, key]
    const statements: Statement[] = uri.startsWith('file:')
      ? [
          { text: REPORT, values: report },
          {
            text: SQLITE_DAY,
            values: [v7(), ...owner, today, workspaces, users, `${String(id)}:${today}`, at],
          },
          { text: SQLITE_LATEST, values: [id, workspaces, users, at] },
        ]
      : [{ text: POSTGRES, values: [...report, v7(), today, `${String(id)}:${today}`] }]
    await raw.run(statements)
    return { accepted: true }
  },
})
