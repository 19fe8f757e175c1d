import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import {
  type ConnectionSettings,
  isBusy,
  retryWhileBusy,
  SqliteConnection,
} from './sqliteConnection'
import type { ResultSet, Statement } from './sqliteValues'
import { sqlitePath } from './sqlitePath'
import { SqliteTransaction } from './sqliteTransaction'
import { assertNoneBroken, brokenReferences } from './foreignKeys'
import { closedError, WriterQueue } from './writerQueue'

type Client = SQLiteAdapter['client']

/** Limits in milliseconds. */
export interface SqliteClientOptions {
  /** `file:` and a path. `:memory:` and remote databases are refused. */
  url: string
  /** How long a write waits for the writes and transactions of this process. Default 10,000. */
  queueTimeoutMs?: number
  /** How long a write waits for other processes. Default 10,000. */
  busyTimeoutMs?: number
  /** When a transaction without a statement counts as abandoned. Default 60,000. */
  idleTransactionMs?: number
  /** Default `NORMAL`. */
  synchronous?: ConnectionSettings['synchronous']
  /** Bytes. Default 64 MiB. */
  journalSizeLimit?: number
}

/** A libsql client in which a write is either stored or rejected. */
export type SqliteClient = Client & {
  /**
   * Runs migrations. Foreign keys are not enforced by statement, for rebuilding a table would otherwise
   * delete what refers to it; each COMMIT checks them instead. Waits minutes for other processes.
   */
  migrating: <T>(work: () => Promise<T>) => Promise<T>
}

/** What the reader may run. It is opened with `query_only`, so that a mistake here fails loudly. */
const READ =
  /^\s*(select|values|explain|pragma\s+\w+\s*;?\s*$|with\b(?!.*\b(insert|update|delete|replace)\b))/is
/** What SQLite refuses, or ignores, within a transaction. */
const OUTSIDE_TRANSACTION = /^\s*(pragma|vacuum|attach|detach)\b/i
const MIGRATION_PATIENCE_MS = 300_000

const sqlOf = (statement: Statement): string =>
  typeof statement === 'string' ? statement : statement.sql

/**
 * Opens a SQLite file with one connection for writing and one for reading (WAL).
 *
 * Writes of this process queue for the writer. BEGIN IMMEDIATE is the only statement that ever waits
 * for another process, so that a write can no longer meet SQLITE_BUSY halfway.
 */
export async function createSqliteClient(options: SqliteClientOptions): Promise<SqliteClient> {
  const client = new QueueingClient(options)
  await client.open()
  // The class leaves out what only remote databases need.
  return client
}

class QueueingClient {
  readonly protocol = 'file'
  closed = false
  readonly #queue = new WriterQueue()
  readonly #settings: ConnectionSettings
  readonly #limits: { queueMs: number; busyMs: number; idleMs: number }
  readonly #connections: { reader?: SqliteConnection; writer?: SqliteConnection } = {}
  #migrations = 0

  constructor(options: SqliteClientOptions) {
    this.#settings = {
      path: sqlitePath(options.url),
      synchronous: options.synchronous ?? 'NORMAL',
      journalSizeLimit: options.journalSizeLimit ?? 64 * 1024 * 1024,
    }
    this.#limits = {
      queueMs: options.queueTimeoutMs ?? 10_000,
      busyMs: options.busyTimeoutMs ?? 10_000,
      idleMs: options.idleTransactionMs ?? 60_000,
    }
  }

  async open(): Promise<void> {
    // The writer comes first: it turns a new file into WAL, which the read-only connection cannot.
    await this.#use('writer')
    await this.#use('reader')
  }

  async execute(statement: Statement): Promise<ResultSet> {
    const sql = sqlOf(statement)
    if (READ.test(sql)) return this.#read(statement)
    if (OUTSIDE_TRANSACTION.test(sql))
      return this.#withWriter((writer) => writer.execute(statement))
    const [result] = await this.batch([statement])
    return result as ResultSet
  }

  /** All statements in one transaction: all are stored, or none. */
  async batch(statements: Statement[]): Promise<ResultSet[]> {
    const transaction = await this.transaction()
    try {
      const results = await transaction.batch(statements)
      await transaction.commit()
      return results
    } finally {
      transaction.close()
    }
  }

  async migrate(statements: Statement[]): Promise<ResultSet[]> {
    return this.migrating(() => this.batch(statements))
  }

  /** A script, which may switch foreign keys off and begin transactions itself. */
  async executeMultiple(sql: string): Promise<void> {
    await this.#withWriter((writer) => {
      try {
        writer.exec(sql)
      } finally {
        writer.rollback()
        enforceForeignKeys(writer)
      }
    })
  }

  async transaction(): Promise<SqliteTransaction> {
    const release = await this.#queue.acquire(this.#limits.queueMs)
    const migrating = this.#migrations > 0
    const onEnd = (): void => {
      if (migrating && this.#connections.writer) enforceForeignKeys(this.#connections.writer)
      release()
    }
    try {
      const writer = await this.#use('writer')
      if (migrating) writer.exec('PRAGMA foreign_keys = OFF')
      await retryWhileBusy(() => beginImmediate(writer), this.#patienceMs)
      if (!migrating) return new SqliteTransaction(writer, { onEnd, idleMs: this.#limits.idleMs })
      const known = brokenReferences(writer)
      const beforeCommit = (): void => assertNoneBroken(writer, known)
      return new SqliteTransaction(writer, { beforeCommit, onEnd, idleMs: MIGRATION_PATIENCE_MS })
    } catch (error) {
      this.#connections.writer?.rollback()
      onEnd()
      throw error
    }
  }

  async migrating<T>(work: () => Promise<T>): Promise<T> {
    this.#migrations += 1
    try {
      return await work()
    } finally {
      this.#migrations -= 1
    }
  }

  /** There is no replica to bring up to date. */
  async sync(): Promise<undefined> {
    return undefined
  }

  /** Closes both connections; an open transaction is rolled back, waiting writes are rejected. */
  close(): void {
    this.closed = true
    this.#queue.close()
    this.#connections.writer?.rollback()
    this.#connections.writer?.close()
    this.#connections.reader?.close()
  }

  get #patienceMs(): number {
    return this.#migrations > 0 ? MIGRATION_PATIENCE_MS : this.#limits.busyMs
  }

  #read(statement: Statement): Promise<ResultSet> {
    return retryWhileBusy(
      async () => runOrReplace(await this.#use('reader'), (reader) => reader.execute(statement)),
      this.#patienceMs,
    )
  }

  async #withWriter<T>(work: (writer: SqliteConnection) => T): Promise<T> {
    const release = await this.#queue.acquire(this.#limits.queueMs)
    try {
      return runOrReplace(await this.#use('writer'), work)
    } finally {
      release()
    }
  }

  /** The open connection for this purpose, or a new one after the last had to be given up. */
  async #use(purpose: 'reader' | 'writer'): Promise<SqliteConnection> {
    const current = (): SqliteConnection | undefined => {
      if (this.closed) throw closedError()
      const connection = this.#connections[purpose]
      return connection?.isOpen ? connection : undefined
    }
    const existing = current()
    if (existing) return existing
    const opened = await SqliteConnection.open(
      this.#settings,
      purpose === 'reader',
      this.#patienceMs,
    )
    try {
      // Someone else may have opened one meanwhile, or closed the client.
      const sooner = current()
      if (sooner) opened.close()
      return sooner ?? (this.#connections[purpose] = opened)
    } catch (error) {
      opened.close()
      throw error
    }
  }
}

function beginImmediate(writer: SqliteConnection): void {
  // The client may have been closed in the pause between two attempts.
  if (!writer.isOpen) throw closedError()
  writer.exec('BEGIN IMMEDIATE')
}

function enforceForeignKeys(writer: SqliteConnection): void {
  try {
    if (writer.isOpen) writer.exec('PRAGMA foreign_keys = ON')
  } catch {
    // A connection that cannot be put right is replaced by the next use.
    writer.close()
  }
}

/** A statement that met SQLITE_BUSY stays active and pins its connection to an old state of the data. */
function runOrReplace<T>(
  connection: SqliteConnection,
  work: (connection: SqliteConnection) => T,
): T {
  try {
    return work(connection)
  } catch (error) {
    if (isBusy(error)) connection.close()
    throw error
  }
}
