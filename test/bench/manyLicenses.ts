import { randomUUID } from 'node:crypto'

import { v7 } from 'uuid'

import { queryRows } from './engines'
import { openRaw, type Batch, type Row } from './rawDatabase'

/** Licenses of all partners, as many as the workloads on lists and statistics are about. */
export const MANY = 200_000
const PARTNERS = 40
const PAGE = 5_000
const DAY_MS = 86_400_000
const states = ['created', 'deployed', 'in_use', 'in_use', 'renewed', 'expired']
const types = ['enterprise', 'professional', 'addon']

/** What differs between licenses: state, product, expiry within four years, usage of some limit. */
const varied = (index: number, now: number) => ({
  state: states[index % states.length],
  product_type: types[index % types.length],
  expires_at: new Date(now + ((index * 7_919) % 1_460) * DAY_MS - 365 * DAY_MS).toISOString(),
  limits_workspaces: 10,
  limits_users: 100,
  usage_workspaces: index % 12,
  usage_users: (index * 31) % 110,
})

/** One row in forty belongs to the partner that asks; the others to as many partners as that makes. */
function* batches(sample: Row, partners: unknown[], now: number): Generator<Batch> {
  const run = randomUUID()
  for (let start = 0; start < MANY; start += PAGE)
    yield [
      'licenses',
      Array.from({ length: PAGE }, (_, offset) => {
        const index = start + offset
        const license_id = `MNY-200001-${String(index + 1).padStart(6, '0')}`
        const partner_id = partners[Math.floor(index / states.length) % partners.length]
        const keys = { id: v7(), license_id, issue_key: `${run}:${index}`, partner_id }
        return { ...sample, ...varied(index, now), ...keys }
      }),
    ]
}

const settle = (uri: string): Promise<unknown> =>
  // The planner and index-only reads need what a database that is not new has long had.
  queryRows(uri, uri.startsWith('file:') ? 'ANALYZE' : 'VACUUM ANALYZE licenses')

/** Fills our database beside what is in it. Returns the partner that the benchmark asks as. */
const addManyLicenses = async (uri: string): Promise<string> => {
  const raw = openRaw(uri)
  const [license] = await queryRows(uri, 'SELECT * FROM licenses LIMIT 1')
  const [partner] = await queryRows(
    uri,
    `SELECT * FROM partners WHERE id = '${String(license?.partner_id)}'`,
  )
  const others = Array.from({ length: PARTNERS - 1 }, (_, index): Row => ({
    ...partner,
    id: v7(),
    name: `Partner ${index + 1}`,
  }))
  await raw.write([['partners', others]])
  const partners = [partner?.id, ...others.map(({ id }) => id)]
  await raw.write(batches(license!, partners, Date.now()))
  await settle(uri)
  return String(partner?.id)
}

/** The same into the plain host's table, where the partner is a number in a column with an index. */
const addManyPlain = async (uri: string): Promise<void> => {
  const raw = openRaw(uri)
  const at = new Date().toISOString()
  function* plain(): Generator<Batch> {
    for (const [table, rows] of batches(
      {},
      Array.from({ length: PARTNERS }, (_, i) => i),
      Date.now(),
    ))
      yield [
        table,
        rows.map(({ issue_key, license_id, partner_id, id: _, ...row }, index) => ({
          ...row,
          id: 1_000_000 + Number(String(license_id).slice(-6)),
          license_id,
          issue_key,
          partner: `P${String(partner_id)}`,
          unit: index,
          seats: 1,
          license_type: 'subscription',
          starts_at: at,
          created_at: at,
          updated_at: at,
        })),
      ]
  }
  await raw.write(plain())
  await settle(uri)
}

export type ManyLicenses = {
  /** Fills our database, once; the ID of the partner that asks. */
  ours: () => Promise<string>
  plain: () => Promise<void>
}

/** The rows of both, written when a workload first needs them: they take a while. */
export const manyLicenses = (uris: { ours: string; plain: string }): ManyLicenses => {
  let ours: Promise<string> | undefined
  let plain: Promise<void> | undefined
  return {
    ours: () => (ours ??= addManyLicenses(uris.ours)),
    plain: () => (plain ??= addManyPlain(uris.plain)),
  }
}
