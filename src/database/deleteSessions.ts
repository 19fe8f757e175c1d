import type { CollectionSlug, PayloadRequest } from 'payload'

import { sqlRunner } from './sql/sqlRunner'

/**
 * Ends every session of these users, and touches nothing else of them: Payload's own way writes the
 * whole user, and with it whatever somebody else has changed meanwhile.
 */
export const deleteSessions = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: (number | string)[],
): Promise<void> => {
  const { db } = req.payload
  if (ids.length === 0) return
  const runner = await sqlRunner(req)
  if (!runner) {
    await db.updateMany({ collection, where: { id: { in: ids } }, data: { sessions: [] }, req })
    return
  }
  const { dialect, run } = runner
  const { tableNameMap } = db as unknown as { tableNameMap?: Map<string, string> }
  const snake = collection.replaceAll('-', '_')
  const table = `${tableNameMap?.get(snake) ?? snake}_sessions`
  const among = dialect === 'postgres' ? '= ANY($1)' : 'IN (SELECT value FROM json_each($1))'
  await run(`DELETE FROM "${table}" WHERE "_parent_id" ${among}`, [
    dialect === 'postgres' ? ids : JSON.stringify(ids),
  ])
}
