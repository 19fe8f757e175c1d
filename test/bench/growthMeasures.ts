import type { Payload } from 'payload'
import type pg from 'pg'

export type Measured = {
  rows: number
  /** Blocks of 8 KiB that the database touches for a page, and to count what it is a page of. */
  list: number
  count: number
  milliseconds: number
  /** Bytes for a license, without and with what its indexes take. */
  bytes: { table: number; indexes: number }
}

const WHERE = `partner_id = $1 AND state = 'in_use'`
const ROUNDS = 31

/** The first page of a partner's licenses in use, the soonest to expire first. */
export const measureList = async (client: pg.Client, payload: Payload, partner: string) => {
  const page = `SELECT * FROM licenses WHERE ${WHERE} ORDER BY expires_at LIMIT 10`
  const total = `SELECT count(*) FROM licenses WHERE ${WHERE}`
  const find = () =>
    payload.find({
      collection: 'licenses',
      where: { and: [{ partner: { equals: partner } }, { state: { equals: 'in_use' } }] },
      sort: 'expiresAt',
      limit: 10,
      depth: 0,
      joins: false,
    })
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now()
    await find()
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  return {
    list: await blocksOf(client, page, partner),
    count: await blocksOf(client, total, partner),
    milliseconds: times[ROUNDS >> 1] as number,
  }
}

type Plan = { 'QUERY PLAN': [{ Plan: Record<string, number> }] }

const blocksOf = async (client: pg.Client, query: string, partner: string): Promise<number> => {
  const { rows } = await client.query<Plan>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${query}`, [
    partner,
  ])
  const { Plan } = (rows[0] as Plan)['QUERY PLAN'][0]
  return (Plan['Shared Hit Blocks'] ?? 0) + (Plan['Shared Read Blocks'] ?? 0)
}

export const licenseBytes = async (
  client: pg.Client,
  count: number,
): Promise<Measured['bytes']> => {
  const { rows } = await client.query<{ table: string; indexes: string }>(
    `SELECT pg_table_size('licenses') AS table, pg_indexes_size('licenses') AS indexes`,
  )
  const each = (bytes: string | undefined) => Math.round(Number(bytes) / count)
  return { table: each(rows[0]?.table), indexes: each(rows[0]?.indexes) }
}
