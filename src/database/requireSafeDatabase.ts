import type { BasePayload } from 'payload'

import { guardRevisions } from './guardRevisions'
import { strictTransactions, type TransactionalAdapter } from './strictTransactions'

type Db = BasePayload['db'] & { client?: object; transactionOptions?: unknown }

const sqliteSentence = `payload-channel: this SQLite adapter loses writes that happen at the same time. Take the one of the package, with the same arguments:

  import { sqliteAdapter } from 'payload-channel/sqlite'
`

const postgresSentence = `payload-channel: the Postgres adapter's transactions are off, so that an order could be stored in part. Remove \`transactionOptions: false\` from postgresAdapter({ … }).`

/**
 * Whether the host's database keeps what it says it has stored; what the stock adapters lack for
 * that is put on them. To be asked once it is connected.
 * @throws Error with the sentence that helps, where the adapter can't be relied on
 */
export const requireSafeDatabase = async (payload: Pick<BasePayload, 'db'>): Promise<void> => {
  const db = payload.db as Db
  await checks[db.name]?.(db)
}

const checks: Record<string, ((db: Db) => Promise<void>) | undefined> = {
  sqlite: async ({ client }) => {
    // Only the package's own client has it; a class could be another copy's.
    if (!client || !('migrating' in client)) throw new Error(sqliteSentence)
  },
  postgres: async (db) => {
    if (!(await begins(db))) throw new Error(postgresSentence)
    // The stock adapter leaves it unset where transactions are on.
    db.transactionOptions ??= {}
    // Postgres answers COMMIT after an error with a silent ROLLBACK; any statement before it fails.
    strictTransactions(db as never, async (tx) => {
      await (tx as { execute: (sql: string) => PromiseLike<unknown> }).execute('SELECT 1')
    })
  },
  mongoose: async (db) => guardRevisions(db, () => !db.transactionOptions),
}

const begins = async (
  db: Pick<TransactionalAdapter, 'beginTransaction'> & Db,
): Promise<boolean> => {
  const id = await db.beginTransaction()
  if (id === null || id === undefined) return false
  await db.rollbackTransaction(id)
  return true
}
