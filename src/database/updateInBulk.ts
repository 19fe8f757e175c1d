import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import type { Id } from '../domain/idOf'
import { plainTable } from './sql/plainTable'
import { sqlRunner } from './sql/sqlRunner'
import { whereClause } from './sql/whereClause'

/** Values by field; `{ $inc: 1 }` adds to what is there. */
export type BulkData = Record<string, null | number | string | { $inc: number }>

/**
 * Changes every document that meets a condition at the moment of its change, by one statement: what
 * another changed meanwhile is left alone. Steps past hooks and validation; the caller writes the log.
 * @returns the IDs of those that were changed, or `null` where there is no such statement
 */
export const updateInBulk = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  where: Where,
  data: BulkData,
): Promise<Id[] | null> => {
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, slug)
  if (!runner || !table) return null
  const find = (path: string) => {
    const column = table.byPath.get(path)
    return column && { column, sql: `"${column.name}"` }
  }
  const clause = whereClause(runner.dialect, where, find)
  if (!clause) return null
  const parameters = [...clause.parameters]
  const sets = Object.entries(data).map(([path, value]) => {
    const name = find(path)?.sql
    const added = value !== null && typeof value === 'object'
    const place = `$${parameters.push(added ? value.$inc : value)}`
    return added ? `${name} = COALESCE(${name}, 0) + ${place}` : `${name} = ${place}`
  })
  const rows = await runner.run(
    `UPDATE "${table.name}" SET ${sets.join(', ')} WHERE ${clause.sql} RETURNING "id"`,
    parameters,
  )
  return rows.map(({ id }) => id as Id)
}
