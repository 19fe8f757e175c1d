import { ChannelError, errorTable, type ErrorCode, type ErrorEntry } from '../domain/errors'
import {
  codeOfFault,
  codeOfStatus,
  isTaken,
  queryFaults,
  validationFaults,
  type Faults,
  type Translate,
} from '../domain/payloadFault'

export type ErrorAnswer = { status: number; entries: ErrorEntry[] }

/** What a database says of a value that it can't take (SQLSTATE classes 22 and 23), and of being away. */
const databaseErrors: Record<string, ErrorCode> = {
  '22P02': 'INVALID_INPUT',
  '22P05': 'INVALID_INPUT',
  '22003': 'INVALID_INPUT',
  '22007': 'INVALID_INPUT',
  '22008': 'INVALID_INPUT',
  '22021': 'INVALID_INPUT',
  '23502': 'INVALID_INPUT',
  '23503': 'INVALID_INPUT',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'INVALID_INPUT',
  SQLITE_CONSTRAINT_NOTNULL: 'INVALID_INPUT',
  '23505': 'DUPLICATE',
  '23P01': 'DUPLICATE',
  ...Object.fromEntries(
    [
      ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
      ...['ENOTFOUND', 'EAI_AGAIN'],
      // Connections lost, servers that stop, start or take no more, statements given up.
      ...['08000', '08001', '08003', '08004', '08006', '25P03', '53300'],
      ...['57014', '57P01', '57P02', '57P03', '57P05'],
      // Collisions with other transactions: Postgres, then MongoDB.
      ...['40001', '40P01', '112', '251'],
    ].map((code) => [code, 'UNAVAILABLE' as const]),
  ),
}

/**
 * Drivers' errors about a server that is away, by the end of their names, which the drivers have
 * as texts of their own.
 */
const away =
  /(?:ServerSelection|Network|NetworkTimeout|PoolCleared|WaitQueueTimeout|NotConnected)Error$/

/** A unique index refuses a change: FerretDB passes on what PostgreSQL says of it, with no code. */
const taken = /violates exclusion constraint/

type Thrown = {
  name?: string
  code?: string
  status?: number
  message?: string
  cause?: unknown
}

const entry = (code: ErrorCode, detail: Partial<ErrorEntry> = {}): ErrorEntry => ({
  code,
  message: detail.message ?? errorTable[code].message,
  ...(detail.path && { path: detail.path }),
})

const answer = (code: ErrorCode): ErrorAnswer => ({
  status: errorTable[code].status,
  entries: [entry(code)],
})

/**
 * Any thrown thing as an answer; what isn't known is INTERNAL and says nothing of its cause. Goes by
 * what an error carries: in a host's build the classes of Payload and ours have other names, and an
 * error may come from another copy of them.
 * @param t Payload's texts in the language of the request
 */
export const toErrorEntries = (thrown: unknown, t?: Translate): ErrorAnswer => {
  if (thrown instanceof ChannelError) return { status: thrown.status, entries: thrown.entries }
  const error = (thrown ?? {}) as Thrown
  const [invalid, unaskable] = [validationFaults(thrown), queryFaults(thrown)]
  if (invalid) return validationAnswer(invalid, t)
  if (unaskable) return queryAnswer(unaskable)
  const known = databaseErrors[error.code ?? ''] ?? codeOfFault(thrown, t)
  if (known) return answer(known)
  if (taken.test(error.message ?? '')) return answer('DUPLICATE')
  if (away.test(error.name ?? '')) return answer('UNAVAILABLE')
  if (error.cause && error.cause !== thrown) return toErrorEntries(error.cause, t)
  return answer(codeOfOther(error))
}

/** What JavaScript itself or a library throws; the names of its own errors are nobody's to change. */
const codeOfOther = (error: Thrown): ErrorCode => {
  if (error.name === 'SyntaxError') return 'MALFORMED_JSON'
  // A date in a query that is none.
  if (error.name === 'RangeError' && /invalid (time|date)/i.test(error.message ?? ''))
    return 'INVALID_INPUT'
  if (error.name === 'URIError') return 'MALFORMED_REQUEST'
  const [, worded] = inWords.find(([words]) => words.test(error.message ?? '')) ?? []
  return worded ?? codeOfStatus(error.status) ?? 'INTERNAL'
}

/** Faults of a request that come as plain errors, known by their words alone. */
const inWords: [RegExp, ErrorCode][] = [
  [/^Cannot find field for path/, 'INVALID_INPUT'],
  [/^(Connection terminated|Client has encountered a connection error)/, 'UNAVAILABLE'],
  [/^(timeout exceeded when trying to connect|Query read timeout)/, 'UNAVAILABLE'],
  [/buffering timed out after/, 'UNAVAILABLE'],
  [/^(Unexpected end of form|Malformed|Multipart: |Unsupported content type)/, 'MALFORMED_REQUEST'],
  [/^Request is not eligible for file upload/, 'MALFORMED_REQUEST'],
]

const validationAnswer = (faults: Faults, t?: Translate): ErrorAnswer => {
  const code = faults.some((fault) => isTaken(fault, t)) ? 'DUPLICATE' : 'INVALID_INPUT'
  const entries = faults.map(({ message, path }) => entry(code, { message, path }))
  return { status: errorTable[code].status, entries: entries.length ? entries : [entry(code)] }
}

/** Fields that can't be asked about: unknown ones, and those that the caller may not see. */
const queryAnswer = (faults: Faults): ErrorAnswer => {
  const entries = faults.map(({ path }) => entry('INVALID_INPUT', { path }))
  return { status: 422, entries: entries.length ? entries : [entry('INVALID_INPUT')] }
}
