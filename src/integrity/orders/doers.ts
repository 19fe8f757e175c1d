import { idOf, type Id } from '../../domain/idOf'
import { present, read, type Inspect, type Remark } from '../audit'
import { entriesOf, type Entry } from '../changeLog/entriesOf'

/**
 * Who decided about an order is there, or nobody did: users were deleted once, and the orders no
 * longer said who had decided.
 */
export const decidersAreThere: Inspect = async (audit, docs) => {
  const decided = docs.filter(({ decidedAt }) => decidedAt)
  const ids = present(decided.map(({ decidedBy }) => idOf(decidedBy as Id | null)))
  const users = ids.length > 0 ? await read(audit, 'users', { id: { in: ids } }) : []
  const known = new Set(users.map(({ id }) => String(id)))
  const lost = decided.filter(({ decidedBy }) => !known.has(String(idOf(decidedBy as Id | null))))
  if (lost.length === 0) return []
  const entries = await entriesOf(audit, 'orders', docs)
  return lost.flatMap(({ id }): Remark[] => {
    const entry = entries.get(String(id))?.findLast(({ changes }) => changes?.decidedBy)
    return idOf(entry?.changes?.decidedBy?.to as Id | null) === null
      ? []
      : [{ id, message: said(entry) }]
  })
}

const said = (entry: Entry | undefined): string =>
  `The user who decided was deleted. By the log it was ${entry?.actorName ?? 'somebody without a name'}: look there, nothing is lost.`
