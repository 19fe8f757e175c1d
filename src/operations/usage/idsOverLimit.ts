import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import type { Id } from '../../domain/idOf'
import { plainTable } from '../../database/sql/plainTable'
import { sqlRunner } from '../../database/sql/sqlRunner'

type Model = {
  find: (filter: object, fields: object) => { lean: () => Promise<{ _id: unknown }[]> }
}

/**
 * The licenses in some states whose latest use is above a limit of theirs: a comparison of fields
 * with each other, which the generic query cannot say.
 */
export const idsOverLimit = async (req: PayloadRequest, states: string[]): Promise<Id[]> => {
  const { licenses } = slugsOf(req.payload)
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, licenses)
  if (runner && table) {
    const of = (path: string) => `"${table.byPath.get(path)?.name}"`
    const marks = states.map((_, index) => `$${index + 1}`).join(', ')
    const rows = await runner.run(
      `SELECT "id" FROM "${table.name}" WHERE ${of('state')} IN (${marks})
         AND (${of('usage.workspaces')} > ${of('limits.workspaces')}
           OR ${of('usage.users')} > ${of('limits.users')})
       ORDER BY "id"`,
      states,
    )
    return rows.map(({ id }) => id as Id)
  }
  const models = (req.payload.db as unknown as { collections?: Record<string, Model> }).collections
  const over = (metric: string) => ({ $gt: [`$usage.${metric}`, `$limits.${metric}`] })
  const filter = { state: { $in: states }, $expr: { $or: [over('workspaces'), over('users')] } }
  if (models?.[licenses]) {
    const found = await models[licenses].find(filter, { _id: 1 }).lean()
    return found.map(({ _id }) => String(_id))
  }
  const { docs } = await req.payload.db.find<{ id: Id }>({
    collection: licenses,
    where: { state: { in: states } },
    select: { id: true } as never,
    pagination: false,
    joins: false as never,
    req,
  })
  return docs.map(({ id }) => id)
}
