import { hasTransactions } from '../../database/hasTransactions'
import type { Audit } from '../audit'

/** The jobs that finish what a dying process left run every hour. */
const SETTLED_MS = 7_200_000

/**
 * Whether the second of two writes may still be to come: where nothing is written together, a job
 * completes what a process left that died between the two.
 * @param at when the first one was made
 */
export const isUnderWay = ({ now, req }: Audit, at: unknown): boolean =>
  !hasTransactions(req.payload) && now.getTime() - new Date(at as string).getTime() < SETTLED_MS
