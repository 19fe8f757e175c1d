import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

type Row = Record<string, unknown>

/** Runs one statement with `$1`, `$2` … parameters, inside the request's transaction if it has one. */
export type SqlRunner = {
  dialect: 'postgres' | 'sqlite'
  /** @param name under which a connection may keep the statement prepared */
  run: (text: string, parameters: unknown[], name?: string) => Promise<Row[]>
}

type Parse = (text: string) => unknown
type PostgresQuery = {
  name?: string
  text: string
  values: unknown[]
  types: { getTypeParser: (oid: number) => Parse }
}
type PostgresClient = { query: (query: PostgresQuery) => Promise<{ rows: Row[] }> }
type SqliteClient = {
  execute: (statement: { sql: string; args: unknown[] }) => Promise<{ rows: Row[] }>
}
type SqlSession = { session: { client: PostgresClient & SqliteClient; tx?: SqliteClient } }
type SqlAdapter = {
  name: string
  drizzle?: SqlSession
  sessions?: Record<string, { db: SqlSession } | undefined>
}

const asText: Parse = (text) => text
/** JSON, booleans and integers by their type; what else there is, instants above all, when it is asked for. */
const parsers: Record<number, Parse> = {
  16: (text) => text === 't',
  20: Number,
  21: Number,
  23: Number,
  114: (text) => JSON.parse(text) as unknown,
  3802: (text) => JSON.parse(text) as unknown,
}
const types = { getTypeParser: (oid: number) => parsers[oid] ?? asText }

export type Connection = Pick<PayloadRequest, 'payload' | 'transactionID'>

/**
 * The database's own driver beneath Payload's SQL adapters, for the few statements whose speed
 * decides; `null` on an engine without SQL.
 */
export const sqlRunner = async (req: Connection): Promise<SqlRunner | null> => {
  const adapter = req.payload.db as unknown as SqlAdapter
  if (!adapter.drizzle) return null
  const transaction = req.transactionID
    ? adapter.sessions?.[String(await req.transactionID)]
    : undefined
  const { session } = transaction?.db ?? adapter.drizzle
  if (adapter.name === 'postgres') {
    const run: SqlRunner['run'] = async (text, values, name) =>
      (await session.client.query({ name, text, types, values })).rows
    return { dialect: 'postgres', run }
  }
  const client = session.tx ?? session.client
  const run: SqlRunner['run'] = async (text, args) =>
    (await client.execute({ sql: text.replaceAll(/\$(\d+)/g, '?$1'), args })).rows
  return { dialect: 'sqlite', run }
}

/** The name under which connections keep a statement prepared: the same text, the same name. */
export const statementName = (text: string): string =>
  `channel_${createHash('sha1').update(text).digest('hex').slice(0, 16)}`
