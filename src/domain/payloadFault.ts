import type { ErrorCode } from './errors'

export type Faults = { message?: string; path?: string }[]

/** What Payload's errors carry; their names are a bundler's to change. */
type PayloadFault = {
  status?: number
  message?: string
  isOperational?: boolean
  data?: unknown
}

/** Payload's words for something, in the language of a request. */
export type Translate = (key: never) => string

/** The fields at fault, of a document that can't be stored; `null` where that is not what is wrong. */
export const validationFaults = (thrown: unknown): Faults | null => {
  const { data, status } = (thrown ?? {}) as PayloadFault
  const faults = (data as { errors?: unknown } | null | undefined)?.errors
  return status === 400 && Array.isArray(faults) ? (faults as Faults) : null
}

/** The fields that can't be asked about; `null` where that is not what is wrong. */
export const queryFaults = (thrown: unknown): Faults | null => {
  const { data, status } = (thrown ?? {}) as PayloadFault
  return status === 400 && Array.isArray(data) ? (data as Faults) : null
}

/** Errors that share a status with others, known by Payload's own words. */
const worded: Record<string, ErrorCode> = {
  'error:emailOrPasswordIncorrect': 'INVALID_CREDENTIALS',
  'error:usernameOrPasswordIncorrect': 'INVALID_CREDENTIALS',
  'error:userLocked': 'INVALID_CREDENTIALS',
  'error:unverifiedEmail': 'INVALID_CREDENTIALS',
  'error:noFilesUploaded': 'INVALID_INPUT',
  'error:problemUploadingFile': 'INVALID_INPUT',
}

/** Those that Payload says in English only. */
const untranslated: Record<string, ErrorCode> = {
  'Token is either invalid or has expired.': 'LINK_EXPIRED',
}

const statusCodes: Record<number, ErrorCode> = {
  400: 'MALFORMED_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'DUPLICATE',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  423: 'LOCKED',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
}

/** An error that Payload means to be answered with, as a row of the error table. */
export const codeOfFault = (thrown: unknown, t?: Translate): ErrorCode | undefined => {
  const { isOperational, message, status } = (thrown ?? {}) as PayloadFault
  if (!isOperational || !status) return undefined
  if (message && Object.hasOwn(untranslated, message)) return untranslated[message]
  const key = t && Object.keys(worded).find((one) => t(one as never) === message)
  return key ? worded[key] : statusCodes[status]
}

export const codeOfStatus = (status: number | undefined): ErrorCode | undefined =>
  statusCodes[status ?? 500]

const uniques = [
  'error:valueMustBeUnique',
  'error:userEmailAlreadyRegistered',
  'error:usernameAlreadyRegistered',
]

/** Whether a field's value is another document's already. */
export const isTaken = ({ message = '' }: Faults[number], t?: Translate): boolean =>
  /unique|唯一|already registered/i.test(message) ||
  uniques.some((key) => t?.(key as never) === message)
