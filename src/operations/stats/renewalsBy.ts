import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows, type Group } from '../../database/groupRows'
import { readRows } from '../../database/readRows'
import type { Period } from '../../domain/statsPeriod'

/** Licenses whose expiry fell into a period, and how many of them were renewed. */
export type Renewals = { due: number; renewed: number }

/**
 * By sales rep or partner: an expiry in the period that a renewal followed up, early or late, and
 * that nobody undid, is renewed; one that is past and still the license's own is not.
 */
export const renewalsBy = async (
  req: PayloadRequest,
  field: 'partner' | 'salesRep',
  { from, to }: Period,
  now: Date,
): Promise<Map<null | string, Renewals>> => {
  const { licenses, purchases } = slugsOf(req.payload)
  const by = { [field]: field }
  const inPeriod = { greater_than_equal: from, less_than: to }
  const renewed: Where = {
    type: { equals: 'renewal' },
    reverses: { exists: false },
    expiresBefore: inPeriod,
  }
  const undone = await undoneRenewals(req)
  const past = to < now.toISOString() ? to : now.toISOString()
  const lapsed = { expiresAt: { greater_than_equal: from, less_than: past } }
  const result = new Map<null | string, Renewals>()
  const add = (groups: Group[], due: number, done: number) => {
    for (const group of groups) {
      const key = group[field] as null | string
      const so = result.get(key) ?? { due: 0, renewed: 0 }
      result.set(key, {
        due: so.due + due * group.count,
        renewed: so.renewed + done * group.count,
      })
    }
  }
  add(await groupRows(req, purchases, { where: renewed, by }), 1, 1)
  if (undone.length > 0)
    add(
      await groupRows(req, purchases, { where: { and: [renewed, { id: { in: undone } }] }, by }),
      -1,
      -1,
    )
  add(await groupRows(req, licenses, { where: lapsed, by }), 1, 0)
  return result
}

/** The renewals that a later purchase undid: few, since each one is a correction by hand. */
const undoneRenewals = async (req: PayloadRequest): Promise<unknown[]> => {
  const rows = await readRows<{ reverses: unknown }>(req, slugsOf(req.payload).purchases, {
    type: { equals: 'renewal' },
    reverses: { exists: true },
  })
  return rows.map(({ reverses }) => reverses)
}

/** A share in basis points, of nothing `null`. */
export const shareBps = (part: number, whole: number): null | number =>
  whole > 0 ? Math.round((part / whole) * 10_000) : null
