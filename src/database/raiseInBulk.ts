import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { unhandled } from '../domain/alertMachine'
import { alertPhrase } from '../domain/alertPhrase'
import type { ExpiryBand } from '../domain/alertRules'
import { inTransaction } from './inTransaction'
import { newId } from './newId'
import { plainTable, type PlainTable } from './plainTable'
import { sqlRunner, type SqlRunner } from './sqlRunner'

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
  const statement = insertSelect(req, runner.dialect, { alerts, licenses }, bands, now)
  let raised = 0
  for (;;) {
    const count = await counted[runner.dialect](req, statement)
    raised += count
    if (count < ROWS_PER_STATEMENT) return raised
  }
}

type Tables = { alerts: PlainTable; licenses: PlainTable }
type Statement = { text: string; parameters: unknown[] }

/** Runs the statement and says how many rows it wrote. Unnamed: planned for the dates at hand. */
const counted: Record<
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
  sqlite: (req, { parameters, text: statement }) =>
    inTransaction(req, async () => {
      const { run } = (await sqlRunner(req)) as SqlRunner
      await run(statement, parameters)
      return Number((await run('SELECT changes() AS count', []))[0]?.count)
    }),
}

type Words = {
  /** An instant of a column as Payload gives it. */
  iso: (column: string) => string
  /** A new UUID v7 whose time is `start`. */
  id: (start: string) => string
  figures: (iso: string) => string
}

const words: Record<SqlRunner['dialect'], Words> = {
  postgres: {
    iso: (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    id: (start) => `overlay(gen_random_uuid()::text placing ${start} from 1 for 15)::uuid`,
    figures: (iso) => `jsonb_build_object('expiresAt', ${iso})`,
  },
  sqlite: {
    iso: (column) => column,
    id: (start) =>
      `${start} || substr(hex(randomblob(2)), 1, 3) || '-' || substr('89AB', 1 + (random() & 3), 1) ||
       substr(hex(randomblob(2)), 1, 3) || '-' || hex(randomblob(6))`,
    figures: (iso) => `json_object('expiresAt', ${iso})`,
  },
}

/** `019ab3c4-d5e6-7`: the milliseconds of a UUID v7, and its version. */
const startOfId = (now: Date): string => {
  const time = now.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7`
}

/** What an alert that opens again keeps. */
const kept = ['id', 'alertKey', 'createdAt']

const insertSelect = (
  req: PayloadRequest,
  dialect: SqlRunner['dialect'],
  tables: Tables,
  bands: ExpiryBand[],
  now: Date,
): Statement => {
  const parameters: unknown[] = []
  const place = (value: unknown) => `$${parameters.push(value)}`
  const { alerts } = tables
  const selects = bands.map((band) => selectOf(req, dialect, tables, band, now, place))
  const of = (path: string) => `"${alerts.byPath.get(path)?.name}"`
  const paths = Object.keys(selects[0]?.values ?? {})
  const sets = [
    ...paths
      .filter((path) => !kept.includes(path))
      .map((path) => `${of(path)} = excluded.${of(path)}`),
    ...Object.keys(unhandled).map((path) => `${of(path)} = NULL`),
  ]
  const statement = `INSERT INTO "${alerts.name}" (${paths.map(of).join(', ')})
    ${selects.map(({ sql, values }) => `SELECT ${Object.values(values).join(', ')} ${sql}`).join('\nUNION ALL ')}
    LIMIT ${ROWS_PER_STATEMENT}
    ON CONFLICT (${of('alertKey')}) DO UPDATE SET ${sets.join(', ')}
    WHERE "${alerts.name}".${of('state')} = 'resolved'`
  return { text: statement, parameters }
}

/** What the licenses of one stretch make: the values by field, and where they come from. */
const selectOf = (
  req: PayloadRequest,
  dialect: SqlRunner['dialect'],
  { alerts, licenses }: Tables,
  band: ExpiryBand,
  now: Date,
  place: (value: unknown) => string,
): { values: Record<string, string>; sql: string } => {
  const of = (path: string) => `l."${licenses.byPath.get(path)?.name}"`
  const typed = (path: string, value: unknown) => {
    const type = alerts.byPath.get(path)?.sqlType.replace(/^enum_.*/, '"$&"')
    return dialect === 'postgres' ? `${place(value)}::${type}` : place(value)
  }
  const { figures, id, iso } = words[dialect]
  const expiry = iso(of('expiresAt'))
  const key = `${text(dialect, of('id'))} || ${typed('alertKey', `:${band.kind}:${band.keyStart}`)} || ${expiry}`
  const at = now.toISOString()
  const values: Record<string, string> = {
    ...(newId(req.payload) && { id: lower(dialect, id(typed('title', startOfId(now)))) }),
    title: `${of('licenseId')} || ${typed('title', ` ${alertPhrase({ ...band, figures: {} }, 'en')}`)}`,
    kind: typed('kind', band.kind),
    severity: typed('severity', band.severity),
    state: typed('state', 'open'),
    license: of('id'),
    thresholdDays: typed('thresholdDays', band.thresholdDays ?? null),
    figures: figures(expiry),
    raisedAt: typed('raisedAt', at),
    customer: of('customer'),
    partner: of('partner'),
    salesRep: of('salesRep'),
    alertKey: key,
    createdAt: typed('createdAt', at),
    updatedAt: typed('updatedAt', at),
  }
  const states = band.states.map((state) => place(state)).join(', ')
  const sql = `FROM "${licenses.name}" AS l
    WHERE ${of('state')} IN (${states})
      AND ${of('expiresAt')} > ${place(band.from.toISOString())}
      AND ${of('expiresAt')} <= ${place(band.to.toISOString())}${products(band, of('product'), place)}
      AND NOT EXISTS (SELECT 1 FROM "${alerts.name}" AS a
        WHERE a."${alerts.byPath.get('alertKey')?.name}" = ${key}
          AND a."${alerts.byPath.get('state')?.name}" <> 'resolved')`
  return { values, sql }
}

const text = (dialect: SqlRunner['dialect'], column: string): string =>
  dialect === 'postgres' ? `${column}::text` : column

const lower = (dialect: SqlRunner['dialect'], id: string): string =>
  dialect === 'postgres' ? id : `lower(${id})`

const products = (
  { products: which }: ExpiryBand,
  column: string,
  place: (value: unknown) => string,
): string => {
  const [word, ids] = 'only' in which ? ['IN', which.only] : ['NOT IN', which.not]
  return ids.length > 0 ? ` AND ${column} ${word} (${ids.map(place).join(', ')})` : ''
}
