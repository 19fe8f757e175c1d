import { AsyncLocalStorage } from 'node:async_hooks'

import type { BasePayload } from 'payload'

type TransactionId = number | string
type Sessions = Record<string, unknown>

/**
 * Remembers, along each chain of calls, the transaction that was begun last. `payload.sendEmail`
 * gets no request; without this a mail sent within a transaction (a new user's verification, say)
 * would be written beside it: kept when its cause is rolled back, and on SQLite, which has one
 * writer, waiting for the very transaction that waits for it.
 * @returns the transaction that the caller is in, or `undefined`
 */
export const followTransactions = (
  db: BasePayload['db'],
): (() => Promise<TransactionId | undefined>) => {
  const begun = new AsyncLocalStorage<Promise<null | TransactionId>>()
  const begin = db.beginTransaction?.bind(db)
  if (begin)
    db.beginTransaction = (options) => {
      const id = begin(options)
      begun.enterWith(id)
      return id
    }
  return async () => {
    const id = await begun.getStore()?.catch(() => null)
    const sessions = (db as { sessions?: Sessions }).sessions ?? {}
    // One that has ended is not there any more.
    return id && sessions[String(id)] ? id : undefined
  }
}
