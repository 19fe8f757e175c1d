import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import type { Id } from '../../domain/idOf'
import { plainTable } from '../../database/sql/plainTable'
import { sqlRunner } from '../../database/sql/sqlRunner'

/**
 * The licenses in some states of which a day's peak is above a limit, of the days from one on; `null`
 * where the database cannot compare documents with those that they link to.
 * @param since `2026-11-21`
 */
export const idsOverPeak = async (
  req: PayloadRequest,
  states: string[],
  since: string,
): Promise<Id[] | null> => {
  const slugs = slugsOf(req.payload)
  const runner = await sqlRunner(req)
  const [licenses, days] = [slugs.licenses, slugs.usageDays].map((slug) =>
    plainTable(req.payload, slug),
  )
  if (!runner || !licenses || !days) return null
  const of = (path: string) => `l."${licenses.byPath.get(path)?.name}"`
  const ofDay = (path: string) => `d."${days.byPath.get(path)?.name}"`
  const marks = states.map((_, index) => `$${index + 3}`).join(', ')
  const rows = await runner.run(
    `SELECT l."id" FROM "${licenses.name}" AS l
     WHERE ${of('state')} IN (${marks}) AND ${of('usage.reportedAt')} >= $1
       AND EXISTS (SELECT 1 FROM "${days.name}" AS d
         WHERE ${ofDay('license')} = l."id" AND ${ofDay('day')} >= $2
           AND (${ofDay('workspaces')} > ${of('limits.workspaces')}
             OR ${ofDay('users')} > ${of('limits.users')}))
     ORDER BY l."id"`,
    [`${since}T00:00:00.000Z`, since, ...states],
  )
  return rows.map(({ id }) => id as Id)
}
