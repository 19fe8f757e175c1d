import Database from 'libsql'
import { setTimeout as sleep } from 'node:timers/promises'
import { fromSqlite, toSqlite } from './sqliteValues'
import type { ResultSet, Statement } from './sqliteValues'

/** How one connection is opened. All of it is set again whenever a connection is replaced. */
export interface ConnectionSettings {
  path: string
  /** `NORMAL` survives a killed process; only `FULL` also keeps the last commits through a power cut. */
  synchronous: 'EXTRA' | 'FULL' | 'NORMAL' | 'OFF'
  /** Bytes of write-ahead log kept on disk after a checkpoint. */
  journalSizeLimit: number
}

// SQLite's own wait blocks the event loop, so it is short; `retryWhileBusy` does the real waiting.
const BLOCKING_WAIT_MS = 20
const LONGEST_PAUSE_MS = 25

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

/** True when another connection holds a lock and the same attempt may succeed later. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|PROTOCOL)/.test(codeOf(error))

/**
 * Repeats `attempt` with a growing, random pause while the database is locked.
 *
 * @param patienceMs how long to go on, in milliseconds
 * @throws the last SQLITE_BUSY, as the cause of an error that says how long was waited
 */
export async function retryWhileBusy<T>(
  attempt: () => Promise<T> | T,
  patienceMs: number,
): Promise<T> {
  const start = performance.now()
  for (let pause = 1; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() - start > patienceMs) {
        const message = `SQLITE_BUSY: another process has held the SQLite database for more than ${patienceMs} ms. Nothing was written.`
        throw Object.assign(new Error(message, { cause: error }), { code: 'SQLITE_BUSY' })
      }
    }
    await sleep(pause * (0.5 + Math.random()))
  }
}

/**
 * One open SQLite connection. Every call is synchronous.
 *
 * BEGIN, COMMIT and ROLLBACK go through `exec`, which finalizes its statement at once. A prepared
 * statement that met SQLITE_BUSY stays active until garbage collection, and every later COMMIT on
 * that connection then fails with "SQL statements in progress": this is how writes get lost.
 */
export class SqliteConnection {
  readonly #db: InstanceType<typeof Database>

  private constructor(settings: ConnectionSettings, readOnly: boolean) {
    this.#db = new Database(settings.path)
    try {
      this.#db.exec(`PRAGMA busy_timeout = ${BLOCKING_WAIT_MS}`)
      this.#db.exec('PRAGMA journal_mode = WAL')
      this.#db.exec(`PRAGMA journal_size_limit = ${settings.journalSizeLimit}`)
      this.#db.exec(`PRAGMA synchronous = ${settings.synchronous}`)
      this.#db.exec('PRAGMA foreign_keys = ON')
      if (readOnly) this.#db.exec('PRAGMA query_only = ON')
    } catch (error) {
      this.#db.close()
      throw error
    }
  }

  /** Opens a connection; waits while another process switches the file to WAL or recovers it. */
  static open(
    settings: ConnectionSettings,
    readOnly: boolean,
    patienceMs: number,
  ): Promise<SqliteConnection> {
    return retryWhileBusy(() => new SqliteConnection(settings, readOnly), patienceMs)
  }

  get isOpen(): boolean {
    return this.#db.open
  }

  /** libsql aborts the whole process when asked about a closed connection, hence the first half. */
  get inTransaction(): boolean {
    return this.#db.open && this.#db.inTransaction
  }

  /** Runs statements that return nothing. */
  exec(sql: string): void {
    this.#db.exec(sql)
  }

  /** Runs one statement to its end and returns what drizzle expects of a libsql client. */
  execute(statement: Statement): ResultSet {
    const { sql, args } = typeof statement === 'string' ? { sql: statement, args: [] } : statement
    const parameters = toSqlite(args ?? [])
    const prepared = this.#db.prepare(sql)
    if (!prepared.reader) {
      const { changes, lastInsertRowid } = prepared.run(parameters)
      return resultSet([], [], [], changes, BigInt(lastInsertRowid))
    }
    prepared.raw(true).safeIntegers(true)
    const described = prepared.columns()
    const columns = described.map((column) => column.name)
    const rows = (prepared.all(parameters) as unknown[][]).map((cells) =>
      fromSqlite(cells, columns),
    )
    return resultSet(
      columns,
      described.map((column) => column.type ?? ''),
      rows,
      0,
      undefined,
    )
  }

  /** Ends a transaction without keeping it; closes the connection where even that fails. */
  rollback(): void {
    try {
      if (this.inTransaction) this.exec('ROLLBACK')
    } catch {
      this.close()
    }
  }

  close(): void {
    if (this.#db.open) this.#db.close()
  }
}

function resultSet(
  columns: string[],
  columnTypes: string[],
  rows: ResultSet['rows'],
  rowsAffected: number,
  lastInsertRowid: bigint | undefined,
): ResultSet {
  const plain = { columns, columnTypes, rows, rowsAffected, lastInsertRowid }
  return {
    ...plain,
    toJSON: () => ({ ...plain, lastInsertRowid: lastInsertRowid?.toString() ?? null }),
  }
}
