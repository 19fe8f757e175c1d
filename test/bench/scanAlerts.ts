import Database from 'libsql'
import { createLocalReq, getPayload, type Payload } from 'payload'
import pg from 'pg'

import { insertRows } from '../../src/database/insertRows'
import { newId } from '../../src/database/newId'
import { environment } from '../../src/host/environment'
import { hostConfig } from '../../src/host/hostConfig'
import { readProducts } from '../../src/operations/alerts/alertFacts'
import { scanExpiry } from '../../src/operations/alerts/scanAlerts'
import { expectBetween, queryRows, type Engine } from './engines'
import type { Workload } from './report'

const LICENSES = 200_000
const DUE = 16_000
/** One by one, plain Payload is as fast at any number. */
const PLAIN_DUE = 100
const DAY_MS = 86_400_000
const PAGE = 10_000

const now = new Date()
const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString()

/** Every twelfth or so expires within 90 days, evenly spread; the others later. */
const expiryOf = (index: number): string =>
  index % (LICENSES / DUE) < 1 ? inDays(1 + (index % 89)) : inDays(100 + (index % 900))

const seed = async (payload: Payload): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const make = async (collection: 'customers' | 'partners' | 'products', data: object) =>
    (await payload.create({ collection, data: data as never })).id
  const partner = await make('partners', {
    name: 'Bench',
    email: 'bench@bench.test',
    currency: 'USD',
  })
  const customer = await make('customers', { name: 'Bench', partner })
  const product = await make('products', {
    sku: 'BENCH',
    name: 'Bench',
    productType: 'enterprise',
    licensePrefix: 'BEN',
    issuing: 'per_unit',
  })
  const at = inDays(-30)
  for (let start = 0; start < LICENSES; start += PAGE) {
    const rows = Array.from({ length: PAGE }, (_, offset) => ({
      id: newId(payload),
      licenseId: `BEN-202601-${String(start + offset).padStart(6, '0')}`,
      state: 'in_use',
      product,
      licenseType: 'subscription',
      customer,
      partner,
      seats: 1,
      limits: { workspaces: 10, users: 100 },
      expiresAt: expiryOf(start + offset),
      revision: 0,
      issueKey: `bench:${start + offset}`,
      createdAt: at,
      updatedAt: at,
    }))
    await insertRows(req, 'licenses', rows)
  }
}

/** The same as plainly as SQL can say it, on the same tables, by the database's own driver. */
const limitStatement = ({ name }: Engine): string => {
  const isPostgres = name === 'postgres'
  const id = isPostgres ? 'gen_random_uuid()' : 'lower(hex(randomblob(16)))'
  const within = (days: number) => `expires_at <= '${inDays(days)}'`
  const days = `CASE WHEN ${within(30)} THEN 30 WHEN ${within(60)} THEN 60 ELSE 90 END`
  const text = (column: string) => (isPostgres ? `${column}::text` : column)
  const key = `${text('id')} || ':' || ${days} || ':' || ${text('expires_at')}`
  const typed = (value: string, type: string) => (isPostgres ? `'${value}'::${type}` : `'${value}'`)
  const at = typed(now.toISOString(), 'timestamptz')
  return `INSERT INTO alerts (id, title, kind, severity, state, license_id, threshold_days, figures,
      raised_at, opened_at, customer_id, partner_id, sales_rep_id, alert_key, created_at, updated_at)
    SELECT ${id}, license_id || ' expires', ${typed('expiring', 'enum_alerts_kind')},
      ${typed('warning', 'enum_alerts_severity')}, ${typed('open', 'enum_alerts_state')}, id, ${days},
      ${typed('{}', 'jsonb')}, ${at}, ${at}, customer_id, partner_id, sales_rep_id, ${key}, ${at}, ${at}
    FROM licenses WHERE state IN ('created', 'deployed', 'in_use', 'renewed')
      AND expires_at > '${now.toISOString()}' AND ${within(90)}
      AND NOT EXISTS (SELECT 1 FROM alerts a WHERE a.alert_key = ${key.replaceAll(/\b(id|expires_at)\b/g, 'licenses.$1')})
    ON CONFLICT (alert_key) DO NOTHING`
}

type Run = (text: string) => Promise<unknown>

const openDriver = async (uri: string): Promise<{ run: Run; close: () => Promise<void> }> => {
  if (uri.startsWith('file:')) {
    const database = new Database(uri.slice('file:'.length))
    for (const pragma of ['busy_timeout = 5000', 'synchronous = NORMAL', 'foreign_keys = ON'])
      database.exec(`PRAGMA ${pragma}`)
    return {
      run: async (text) => database.prepare(text).run(),
      close: async () => void database.close(),
    }
  }
  const client = new pg.Client({ connectionString: uri })
  await client.connect()
  return { run: (text) => client.query(text), close: () => client.end() }
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}

/** A naive scan: each due license is looked up and its alert created by itself. */
const scanPlainly = async (payload: Payload): Promise<void> => {
  const { docs } = await payload.find({
    collection: 'licenses',
    where: { and: [{ state: { equals: 'in_use' } }, { expiresAt: { less_than: inDays(90) } }] },
    limit: PLAIN_DUE,
    depth: 0,
  })
  for (const { id, expiresAt, licenseId } of docs) {
    const alertKey = `${id}:${expiresAt}`
    const found = await payload.find({
      collection: 'alerts',
      where: { alertKey: { equals: alertKey } },
      limit: 1,
    })
    if (found.totalDocs === 0)
      await payload.create({
        collection: 'alerts',
        data: {
          title: `${licenseId} expires`,
          kind: 'expiring',
          severity: 'warning',
          state: 'open',
          license: id,
          raisedAt: now.toISOString(),
          openedAt: now.toISOString(),
          alertKey,
        },
      })
  }
}

/** F4: the expiry scan of 200,000 licenses of which 16,000 are due, and the same scan again. */
export const scanAlerts = async (
  engine: Engine,
): Promise<{ workloads: Workload[]; stop: () => Promise<void> }> => {
  const uri = engine.uri('scan')
  const settings = environment({
    ...process.env,
    DATABASE_URI: uri,
    PAYLOAD_SECRET: 'a-secret-for-the-benchmark',
  })
  const payload = await getPayload({ config: await hostConfig(settings), key: uri })
  payload.logger.level = 'silent'
  await seed(payload)
  const driver = await openDriver(uri)
  await driver.run('ANALYZE')
  const req = await createLocalReq({}, payload)
  const products = await readProducts(req)
  const ours = () => scanExpiry({ req, products, now, looked: async () => {} })
  const limit = () => driver.run(limitStatement(engine))
  const plain = () => scanPlainly(payload)

  /** @param again whether the alerts are there already */
  const measure = (scan: () => Promise<unknown>, due: number, again: boolean) => async () => {
    await driver.run('DELETE FROM alerts')
    if (again) await scan()
    const seconds = await secondsOf(scan)
    const [row] = await queryRows(uri, 'SELECT count(*) AS count FROM alerts')
    expectBetween('alerts', Number(row?.count), due, due)
    return 1 / ((seconds * DUE) / due)
  }
  const workload = (id: string, again: boolean): Workload => ({
    id,
    unit: 'scans/s',
    target: 0.75,
    measure: {
      ours: measure(ours, DUE, again),
      limit: measure(limit, DUE, again),
      plain: measure(plain, PLAIN_DUE, again),
    },
  })
  const stop = async () => {
    await driver.close()
    await payload.destroy()
  }
  return { workloads: [workload('F4 raise', false), workload('F4 again', true)], stop }
}
