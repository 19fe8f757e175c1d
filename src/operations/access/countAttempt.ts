import type { BasePayload, PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { countInWindow, readWindow, uncountInWindow } from '../../database/countInWindow'
import { sqlRunner } from '../../database/sql/sqlRunner'
import type { RateWindow } from '../../domain/access/rateLimits'

/** Attempts that are noted once the transaction they came in is over, by database. */
const waiting = new WeakMap<object, Map<string, number>>()

/**
 * Counts an attempt in the host's store, else in the database; whatever comes of the attempt. Within
 * a transaction, which may be undone and holds the only writer of SQLite, it is noted afterwards, and
 * what waits to be noted counts already.
 */
export const countAttempt = async (
  req: PayloadRequest,
  key: string,
  windowMs: number,
  now: Date,
): Promise<RateWindow> => {
  const { payload } = req
  const { rateLimits } = channelOf(payload).options
  if (rateLimits && rateLimits.store) return rateLimits.store.increment(key, windowMs)
  const isOpen = Boolean(await req.transactionID) && (await sqlRunner(req)) !== null
  if (!isOpen) return countInWindow({ payload }, key, windowMs, now)
  const known = await readWindow(req, key, now)
  const pending = noteLater(payload, key, windowMs, now)
  return {
    hits: (known?.hits ?? 0) + pending,
    resetsAt: known?.resetsAt ?? new Date(now.getTime() + windowMs),
  }
}

/** @returns how many wait, this one among them */
const noteLater = (payload: BasePayload, key: string, windowMs: number, now: Date): number => {
  const all = waiting.get(payload.db) ?? new Map<string, number>()
  waiting.set(payload.db, all)
  const pending = (all.get(key) ?? 0) + 1
  all.set(key, pending)
  void countInWindow({ payload }, key, windowMs, now)
    .catch((error: unknown) =>
      payload.logger.debug({ err: error, msg: 'An attempt is not counted.' }),
    )
    .finally(() => {
      const left = (all.get(key) ?? 1) - 1
      if (left > 0) all.set(key, left)
      else all.delete(key)
    })
  return pending
}

/** Takes an attempt back that was no failure. */
export const takeBackAttempt = async (req: PayloadRequest, key: string): Promise<void> => {
  const { rateLimits } = channelOf(req.payload).options
  if (rateLimits && rateLimits.store) return rateLimits.store.decrement(key)
  return uncountInWindow(req, key)
}
