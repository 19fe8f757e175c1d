import type { SqliteConnection } from './sqliteConnection'
import type { ResultSet, Statement } from './sqliteValues'

interface TransactionHooks {
  /** Runs before COMMIT; throwing turns the commit into a rollback. */
  beforeCommit?: () => void
  /** Runs once, however the transaction ends: gives the writer back. */
  onEnd: () => void
  /** A transaction without a statement for so long is taken for abandoned and rolled back. */
  idleMs: number
}

/** A transaction on the writer, in the shape drizzle expects. The caller has already run BEGIN. */
export class SqliteTransaction {
  readonly #connection: SqliteConnection
  readonly #hooks: TransactionHooks
  readonly #idle: NodeJS.Timeout
  #ended: string | undefined

  constructor(connection: SqliteConnection, hooks: TransactionHooks) {
    this.#connection = connection
    this.#hooks = hooks
    const abandoned = `rolled back: no statement and no commit for ${hooks.idleMs} ms`
    this.#idle = setTimeout(() => this.#end(abandoned), hooks.idleMs)
    // An abandoned transaction is no reason to keep a process alive.
    this.#idle.unref()
  }

  get closed(): boolean {
    return this.#ended !== undefined
  }

  async execute(statement: Statement): Promise<ResultSet> {
    this.#assertActive()
    this.#idle.refresh()
    return this.#connection.execute(statement)
  }

  async batch(statements: Statement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = []
    for (const statement of statements) results.push(await this.execute(statement))
    return results
  }

  async executeMultiple(sql: string): Promise<void> {
    this.#assertActive()
    this.#idle.refresh()
    this.#connection.exec(sql)
  }

  /** @throws whatever made COMMIT fail; the transaction is then rolled back and the writer free */
  async commit(): Promise<void> {
    this.#assertActive()
    try {
      this.#hooks.beforeCommit?.()
      this.#connection.exec('COMMIT')
      this.#end('committed')
    } catch (error) {
      this.#end('rolled back: its commit failed')
      throw error
    }
  }

  /** Never rejects: closing the connection, the last resort, rolls back as well. */
  async rollback(): Promise<void> {
    this.#end('rolled back')
  }

  close(): void {
    this.#end('rolled back')
  }

  /**
   * After some errors (disk full, I/O) SQLite rolls the whole transaction back by itself. What follows
   * would then be stored statement by statement, outside of any transaction.
   */
  #assertActive(): void {
    if (this.#ended === undefined && !this.#connection.inTransaction) {
      this.#end('rolled back by SQLite after an earlier error')
    }
    if (this.#ended !== undefined) {
      const message = `The SQLite transaction was ${this.#ended}. Nothing more can be done in it.`
      throw Object.assign(new Error(message), { code: 'TRANSACTION_CLOSED' })
    }
  }

  #end(how: string): void {
    if (this.#ended !== undefined) return
    this.#ended = how
    clearTimeout(this.#idle)
    this.#connection.rollback()
    this.#hooks.onEnd()
  }
}
