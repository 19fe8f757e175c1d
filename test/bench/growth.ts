import { parseArgs } from 'node:util'

import pg from 'pg'

import { licenseBytes, measureList, type Measured } from './growthMeasures'
import { openPayload } from './growthCatalog'
import { startEngine } from './engines'

/*
 * npm run bench:growth -- [--sizes 10000,200000,1000000]
 * What a partner's first page of licenses costs as the table grows, on PostgreSQL: blocks read, which
 * no other load on the machine changes, and milliseconds, which it does.
 */
const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,200000,1000000' } },
})

const sizes = options.sizes.split(',').map(Number)
const PARTNERS = 200

/** Licenses from `from` to `to`, spread over partners, states and the days of two years. */
const fill = (client: pg.Client, from: number, to: number, product: string, customer: string) =>
  client.query(
    `WITH owners AS (SELECT array_agg(id ORDER BY id) AS ids FROM partners)
     INSERT INTO licenses (id, license_id, state, product_id, product_type, license_type, customer_id,
       partner_id, starts_at, expires_at, issue_key, revision)
     SELECT uuidv7(), 'ENT-202611-' || lpad(n::text, 9, '0'),
       (ARRAY['created','deployed','in_use','in_use','in_use','renewed','expired'])[1 + n / ${PARTNERS} % 7]::enum_licenses_state,
       $1::uuid, 'enterprise', 'subscription', $2::uuid, ids[1 + n % ${PARTNERS}],
       now(), now() + (n * 7919::bigint % 730) * interval '1 day', 'key-' || n, 0
     FROM owners, generate_series($3::int, $4::int) n`,
    [product, customer, from, to - 1],
  )

const print = ({ bytes, count, list, milliseconds, rows }: Measured): void =>
  console.log(
    `| ${rows.toLocaleString('en')} | ${list} | ${count} | ${milliseconds.toFixed(1)} | ${bytes.table} | ${bytes.indexes} |`,
  )

const run = async (): Promise<void> => {
  const engine = await startEngine('postgres')
  const { customer, partner, payload, product } = await openPayload(engine.uri('ours'), PARTNERS)
  const client = new pg.Client({ connectionString: engine.uri('ours') })
  await client.connect()
  console.log(`${new Date().toISOString()}, ${engine.version}`)
  console.log(
    '| licenses | blocks, page | blocks, count | ms, page and count | B a row | B of indexes |',
  )
  console.log('| --- | --- | --- | --- | --- | --- |')
  let there = 0
  try {
    for (const rows of sizes) {
      await fill(client, there, rows, product, customer)
      await client.query('VACUUM ANALYZE licenses')
      there = rows
      const measured = await measureList(client, payload, partner)
      print({ rows, ...measured, bytes: await licenseBytes(client, rows) })
    }
  } finally {
    await client.end()
    await payload.destroy()
    await engine.stop()
  }
}

await run()
