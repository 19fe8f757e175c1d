import { randomUUID } from 'node:crypto'

interface Session {
  db: unknown
  reject: () => Promise<void>
  resolve: () => Promise<void>
}

type TransactionId = Promise<number | string> | number | string | null | undefined

/** What this module needs of a Payload SQL adapter; SQLite's and Postgres' both have it. */
export interface TransactionalAdapter {
  beginTransaction: (options?: never) => Promise<null | number | string>
  commitTransaction: (id: TransactionId) => Promise<void>
  drizzle: {
    transaction: (work: (tx: unknown) => Promise<void>, options?: unknown) => Promise<void>
  }
  initializing: Promise<void>
  rollbackTransaction: (id: TransactionId) => Promise<void>
  sessions: Record<string, Session>
  transactionOptions?: unknown
}

/** Thrown into drizzle's callback to make it roll back; it never reaches a caller. */
const ROLLBACK = Symbol('rollback')

/** On an adapter that is strict already, by whichever copy of this module. */
const STRICT = Symbol.for('payload-channel.strictTransactions')

/**
 * Replaces an adapter's transaction methods by ones that never hide a failure.
 *
 * Payload's own swallow a COMMIT that fails, and treat the commit of a transaction that an earlier error
 * has already rolled back as done. Either way the caller is told "stored" about what is not.
 *
 * @param verify runs in the transaction before its COMMIT and rejects when the database would not keep it
 */
export function strictTransactions(
  adapter: TransactionalAdapter,
  verify: (tx: unknown) => Promise<void> = async () => {},
): void {
  if (STRICT in adapter) return
  Object.assign(adapter, { [STRICT]: true })
  adapter.beginTransaction = async (options?: unknown) => {
    // The adapter may be connecting again after a hot reload.
    await adapter.initializing
    const id = randomUUID()
    adapter.sessions[id] = await openSession(adapter, verify, options)
    return id
  }

  adapter.commitTransaction = async (id) => {
    const session = await takeSession(adapter, id)
    if (!session) {
      throw new Error(
        'The transaction had already been rolled back, because of an earlier error in it: nothing was stored. ' +
          'An error that was caught in a hook has ended it, too.',
      )
    }
    await session.resolve()
  }

  // Every operation that shares a failed transaction asks for this; only the first has something to do.
  adapter.rollbackTransaction = async (id) => {
    await (await takeSession(adapter, id))?.reject()
  }
}

/** Removes the session first: nobody else may use a transaction that is being ended. */
async function takeSession(
  adapter: TransactionalAdapter,
  id: TransactionId,
): Promise<Session | undefined> {
  const key = String((await id) ?? '')
  const session = adapter.sessions[key]
  delete adapter.sessions[key]
  return session
}

async function openSession(
  adapter: TransactionalAdapter,
  verify: (tx: unknown) => Promise<void>,
  options: unknown,
): Promise<Session> {
  let commit!: () => void
  let rollBack!: (reason: symbol) => void
  const decision = new Promise<void>((resolve, reject) => {
    commit = resolve
    rollBack = reject
  })
  let done!: Promise<void>
  const db = await new Promise((ready, failed) => {
    done = adapter.drizzle.transaction(async (tx) => {
      ready(tx)
      await decision
      await verify(tx)
    }, options ?? adapter.transactionOptions)
    // Rejects this promise when BEGIN fails; later it has no effect, but marks `done` as handled.
    done.catch(failed)
  })
  return {
    db,
    resolve: () => (commit(), done),
    reject: () => (rollBack(ROLLBACK), done.catch(ignoreRollback)),
  }
}

function ignoreRollback(error: unknown): void {
  if (error !== ROLLBACK) throw error
}
