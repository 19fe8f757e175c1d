import type { PayloadRequest } from 'payload'

import { unhandled } from '../../domain/alerts/alertMachine'
import { alertPhrase } from '../../domain/alerts/alertPhrase'
import type { ExpiryBand } from '../../domain/alerts/alertRules'
import { newId } from '../../database/newId'
import type { PlainTable } from '../../database/sql/plainTable'
import type { SqlRunner } from '../../database/sql/sqlRunner'

type Dialect = SqlRunner['dialect']
type Tables = { alerts: PlainTable; licenses: PlainTable }

/** Takes a value as a parameter; `typed` as a column of the alerts has it. */
type Placing = {
  place: (value: unknown) => string
  typed: (path: string, value: unknown) => string
}

type Words = {
  /** An instant of a column as Payload gives it. */
  iso: (column: string) => string
  /** A new UUID v7 whose time is `start`. */
  id: (start: string) => string
  text: (column: string) => string
  figures: (iso: string) => string
}

const words: Record<Dialect, Words> = {
  postgres: {
    iso: (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    id: (start) => `overlay(gen_random_uuid()::text placing ${start} from 1 for 15)::uuid`,
    text: (column) => `${column}::text`,
    figures: (iso) => `jsonb_build_object('expiresAt', ${iso})`,
  },
  sqlite: {
    iso: (column) => column,
    id: (start) =>
      `lower(${start} || substr(hex(randomblob(2)), 1, 3) || '-' || substr('89AB', 1 + (random() & 3), 1) ||
       substr(hex(randomblob(2)), 1, 3) || '-' || hex(randomblob(6)))`,
    text: (column) => column,
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

/**
 * Finds the licenses that stretches of expiry dates are due an alert for and that have none, and
 * writes theirs, or opens it again where it is resolved. In one order, so that two at once wait for
 * each other and not in a circle.
 */
export const raiseStatement = (
  req: PayloadRequest,
  dialect: Dialect,
  { alerts, licenses }: Tables,
  bands: ExpiryBand[],
  { limit, now }: { limit: number; now: Date },
): { text: string; parameters: unknown[] } => {
  const parameters: unknown[] = []
  const placing = placingIn(parameters, dialect, alerts)
  const values = valuesOf(req, words[dialect], licenses, now, placing)
  const of = columnOf(alerts)
  const paths = Object.keys(values)
  const sets = [
    ...paths
      .filter((path) => !kept.includes(path))
      .map((path) => `${of(path)} = excluded.${of(path)}`),
    ...Object.keys(unhandled).map((path) => `${of(path)} = NULL`),
  ]
  const text = `INSERT INTO "${alerts.name}" (${paths.map(of).join(', ')})
    SELECT ${Object.values(values).join(', ')}
    FROM (${bands.map((band) => dueIn(band, licenses, placing)).join('\nUNION ALL ')}) AS l
    WHERE NOT EXISTS (SELECT 1 FROM "${alerts.name}" AS a
      WHERE ${isKnown(alerts, licenses, values.alertKey)})
    ORDER BY l.${columnOf(licenses)('id')}
    LIMIT ${limit}
    ON CONFLICT (${of('alertKey')}) DO UPDATE SET ${sets.join(', ')}
    WHERE "${alerts.name}".${of('state')} = 'resolved'`
  return { text, parameters }
}

const columnOf =
  ({ byPath }: PlainTable) =>
  (path: string): string =>
    `"${byPath.get(path)?.name}"`

const placingIn = (parameters: unknown[], dialect: Dialect, alerts: PlainTable): Placing => {
  const place = (value: unknown) => `$${parameters.push(value)}`
  const typed = (path: string, value: unknown) => {
    const type = alerts.byPath.get(path)?.sqlType.replace(/^enum_.*/, '"$&"')
    return dialect === 'postgres' ? `${place(value)}::${type}` : place(value)
  }
  return { place, typed }
}

/** What the alerts are made of. */
const needed = ['id', 'licenseId', 'expiresAt', 'updatedAt', 'customer', 'partner', 'salesRep']

/** The licenses of one stretch, beside what all of their alerts have in common. */
const dueIn = (band: ExpiryBand, licenses: PlainTable, { place, typed }: Placing): string => {
  const of = columnOf(licenses)
  const phrase = ` ${alertPhrase({ ...band, figures: {} }, 'en')}`
  return `SELECT ${needed.map(of).join(', ')}, ${typed('title', phrase)} AS phrase,
      ${typed('alertKey', `:${band.kind}:${band.keyStart}`)} AS key_start,
      ${typed('kind', band.kind)} AS kind, ${typed('severity', band.severity)} AS severity,
      ${typed('thresholdDays', band.thresholdDays ?? null)} AS threshold
    FROM "${licenses.name}"
    WHERE ${of('state')} IN (${band.states.map(place).join(', ')})
      AND ${of('expiresAt')} > ${place(band.from.toISOString())}
      AND ${of('expiresAt')} <= ${place(band.to.toISOString())}${products(band, of('product'), place)}`
}

const products = (
  { products: which }: ExpiryBand,
  column: string,
  place: Placing['place'],
): string => {
  const [word, ids] = 'only' in which ? ['IN', which.only] : ['NOT IN', which.not]
  return ids.length > 0 ? ` AND ${column} ${word} (${ids.map(place).join(', ')})` : ''
}

/** The fields of an alert on a license that is due, by field. */
const valuesOf = (
  { payload }: PayloadRequest,
  { figures, id, iso, text }: Words,
  licenses: PlainTable,
  now: Date,
  { typed }: Placing,
) => {
  const of = (path: string) => `l.${columnOf(licenses)(path)}`
  const at = now.toISOString()
  const expiry = iso(of('expiresAt'))
  return {
    ...(newId(payload) && { id: id(typed('title', startOfId(now))) }),
    title: `${of('licenseId')} || l.phrase`,
    kind: 'l.kind',
    severity: 'l.severity',
    state: typed('state', 'open'),
    license: of('id'),
    thresholdDays: 'l.threshold',
    figures: figures(expiry),
    raisedAt: typed('raisedAt', at),
    openedAt: typed('openedAt', at),
    customer: of('customer'),
    partner: of('partner'),
    salesRep: of('salesRep'),
    alertKey: `${text(of('id'))} || l.key_start || ${expiry}`,
    createdAt: typed('createdAt', at),
    updatedAt: typed('updatedAt', at),
  }
}

/**
 * Whether an alert is the one that a license is due. The key says so, and is dear to make: a license
 * that has not changed since the alert was raised still expires when it did.
 */
const isKnown = (alerts: PlainTable, licenses: PlainTable, key: string): string => {
  const of = (path: string) => `a.${columnOf(alerts)(path)}`
  const ofLicense = (path: string) => `l.${columnOf(licenses)(path)}`
  return `${of('license')} = ${ofLicense('id')} AND ${of('kind')} = l.kind
        AND ${of('thresholdDays')} IS NOT DISTINCT FROM l.threshold AND ${of('state')} <> 'resolved'
        AND (${of('raisedAt')} > ${ofLicense('updatedAt')} OR ${of('alertKey')} = ${key})`
}
