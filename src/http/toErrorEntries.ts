import { ChannelError, errorTable, type ErrorCode, type ErrorEntry } from '../domain/errors'

export type ErrorAnswer = { status: number; entries: ErrorEntry[] }

/** Payload's own errors, by name, as rows of the error table. */
const payloadErrors: Record<string, ErrorCode> = {
  AuthenticationError: 'INVALID_CREDENTIALS',
  LockedAuth: 'INVALID_CREDENTIALS',
  UnverifiedEmail: 'INVALID_CREDENTIALS',
  Forbidden: 'FORBIDDEN',
  UnauthorizedError: 'UNAUTHENTICATED',
  NotFound: 'NOT_FOUND',
  InvalidFieldJoin: 'INVALID_INPUT',
  FileUploadError: 'INVALID_INPUT',
  MissingFile: 'INVALID_INPUT',
}

/** What a database says of a value that it can't take (SQLSTATE classes 22 and 23), and of being away. */
const databaseErrors: Record<string, ErrorCode> = {
  '22P02': 'INVALID_INPUT',
  '22P05': 'INVALID_INPUT',
  '22003': 'INVALID_INPUT',
  '22007': 'INVALID_INPUT',
  '22008': 'INVALID_INPUT',
  '22021': 'INVALID_INPUT',
  '23503': 'INVALID_INPUT',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'INVALID_INPUT',
  '23505': 'DUPLICATE',
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

/** Drivers' errors about a server that is away, by the end of their names. */
const away =
  /(?:ServerSelection|Network|NetworkTimeout|PoolCleared|WaitQueueTimeout|NotConnected)Error$/

type Faults = { message?: string; path?: string }[]

type Thrown = {
  name?: string
  code?: string
  status?: number
  message?: string
  cause?: unknown
  data?: Faults | { errors?: Faults }
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

/** Any thrown thing as an answer; what isn't known is INTERNAL and says nothing of its cause. */
export const toErrorEntries = (thrown: unknown): ErrorAnswer => {
  if (thrown instanceof ChannelError) return { status: thrown.status, entries: thrown.entries }
  const error = (thrown ?? {}) as Thrown & { entries?: ErrorEntry[] }
  // The same class from another bundle of the same code.
  if (error.name === 'ChannelError' && error.entries && error.status)
    return { status: error.status, entries: error.entries }
  if (error.name === 'ValidationError') return validationAnswer(error)
  if (error.name === 'QueryError') return queryAnswer(error)
  const known = payloadErrors[error.name ?? ''] ?? databaseErrors[error.code ?? '']
  if (known) return answer(known)
  if (away.test(error.name ?? '')) return answer('UNAVAILABLE')
  if (error.cause && error.cause !== thrown) return toErrorEntries(error.cause)
  if (error instanceof SyntaxError) return answer('MALFORMED_JSON')
  // A date in a query that is none.
  if (error.name === 'RangeError' && /invalid (time|date)/i.test(error.message ?? ''))
    return answer('INVALID_INPUT')
  if (error instanceof URIError) return answer('MALFORMED_REQUEST')
  const [, worded] = inWords.find(([words]) => words.test(error.message ?? '')) ?? []
  return answer(worded ?? statusCodes[error.status ?? 500] ?? 'INTERNAL')
}

/** Faults of a request that come as plain errors, known by their words alone. */
const inWords: [RegExp, ErrorCode][] = [
  [/^Cannot find field for path/, 'INVALID_INPUT'],
  [/^(Connection terminated|Client has encountered a connection error)/, 'UNAVAILABLE'],
  [/^(timeout exceeded when trying to connect|Query read timeout)/, 'UNAVAILABLE'],
  [/buffering timed out after/, 'UNAVAILABLE'],
  [/^(Unexpected end of form|Malformed|Multipart: |Unsupported content type)/, 'MALFORMED_REQUEST'],
]

const statusCodes: Record<number, ErrorCode> = {
  400: 'MALFORMED_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'DUPLICATE',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
}

const validationAnswer = ({ data }: Thrown): ErrorAnswer => {
  const faults = (Array.isArray(data) ? data : data?.errors) ?? []
  const unique = faults.some(({ message }) => /unique|唯一|already registered/i.test(message ?? ''))
  const code = unique ? 'DUPLICATE' : 'INVALID_INPUT'
  const entries = faults.map(({ message, path }) => entry(code, { message, path }))
  return { status: errorTable[code].status, entries: entries.length ? entries : [entry(code)] }
}

/** Fields that can't be asked about: unknown ones, and those that the caller may not see. */
const queryAnswer = ({ data }: Thrown): ErrorAnswer => {
  const faults = Array.isArray(data) ? data : []
  const entries = faults.map(({ path }) => entry('INVALID_INPUT', { path }))
  return { status: 422, entries: entries.length ? entries : [entry('INVALID_INPUT')] }
}
