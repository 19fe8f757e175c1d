/** Serialization failure and deadlock of Postgres, write conflict of MongoDB. */
const conflicts = new Set<unknown>(['40001', '40P01', 112])

/** FerretDB passes a deadlock on with the code of any internal error. */
const DEADLOCK = 'deadlock detected'

type Thrown = {
  code?: unknown
  message?: unknown
  cause?: unknown
  hasErrorLabel?: (label: string) => boolean
}

/** Whether a transaction failed only because of another one, so that it may be run again. */
export const isConflict = (thrown: unknown): boolean => {
  const error = (thrown ?? {}) as Thrown
  if (error.code === 1 && error.message === DEADLOCK) return true
  if (conflicts.has(error.code) || error.hasErrorLabel?.('TransientTransactionError')) return true
  return error.cause !== undefined && error.cause !== thrown && isConflict(error.cause)
}
