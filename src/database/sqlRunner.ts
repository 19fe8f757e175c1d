import type { PayloadRequest } from 'payload'

type Row = Record<string, unknown>

/** Runs one statement with `$1`, `$2` … parameters, inside the request's transaction if it has one. */
export type SqlRunner = {
  dialect: 'postgres' | 'sqlite'
  run: (text: string, parameters: unknown[]) => Promise<Row[]>
}

type PostgresClient = { query: (text: string, values: unknown[]) => Promise<{ rows: Row[] }> }
type SqliteClient = {
  execute: (statement: { sql: string; args: unknown[] }) => Promise<{ rows: Row[] }>
}
type SqlSession = { session: { client: PostgresClient & SqliteClient; tx?: SqliteClient } }
type SqlAdapter = {
  name: string
  drizzle?: SqlSession
  sessions?: Record<string, { db: SqlSession } | undefined>
}

/**
 * The database's own driver beneath Payload's SQL adapters, for the few statements whose speed
 * decides; `null` on an engine without SQL.
 */
export const sqlRunner = async (
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<SqlRunner | null> => {
  const adapter = req.payload.db as unknown as SqlAdapter
  if (!adapter.drizzle) return null
  const transaction = req.transactionID
    ? adapter.sessions?.[String(await req.transactionID)]
    : undefined
  const { session } = transaction?.db ?? adapter.drizzle
  if (adapter.name === 'postgres') {
    const run: SqlRunner['run'] = async (text, values) =>
      (await session.client.query(text, values)).rows
    return { dialect: 'postgres', run }
  }
  const client = session.tx ?? session.client
  const run: SqlRunner['run'] = async (text, args) =>
    (await client.execute({ sql: text.replaceAll(/\$(\d+)/g, '?$1'), args })).rows
  return { dialect: 'sqlite', run }
}
