/**
 * Every error a client can get: code → HTTP status and message. One row is one error; the
 * responses, the OpenAPI document and the docs are derived from this table.
 */
export const errorTable = {
  INVALID_INPUT: { status: 422, message: 'The value is not valid.' },
  MALFORMED_JSON: { status: 400, message: 'The body is not valid JSON.' },
  MALFORMED_REQUEST: { status: 400, message: 'The request is malformed.' },
  BODY_TOO_LARGE: { status: 413, message: 'The body is larger than allowed.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'Send the body as application/json.' },
  TOO_MANY_REQUESTS: { status: 429, message: 'Too many requests. Try again later.' },
  UNAUTHENTICATED: { status: 401, message: 'Log in first.' },
  INVALID_CREDENTIALS: { status: 401, message: 'The user name, e-mail or password is wrong.' },
  FORBIDDEN: { status: 403, message: 'You may not do this.' },
  LINK_EXPIRED: { status: 403, message: 'The link is no longer valid. Ask for a new one.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'There is no such method here.' },
  NOT_FOUND: { status: 404, message: 'There is nothing here.' },
  IN_USE: { status: 409, message: 'Other documents refer to this one.' },
  DUPLICATE: { status: 409, message: 'The value is already taken.' },
  EDIT_CONFLICT: {
    status: 409,
    message: 'Someone else changed this meanwhile. Load it again.',
  },
  LOCKED: { status: 423, message: 'Someone else is editing this.' },
  IDEMPOTENCY_CONFLICT: {
    status: 409,
    message: 'This Idempotency-Key was used with another body.',
  },
  ORDER_STATE_CONFLICT: {
    status: 409,
    message: 'The order is not in a state that allows this.',
  },
  ORDER_ISSUED: {
    status: 409,
    message:
      'The licenses of this order are issued. Terminate those that are not wanted, or undo their purchases.',
  },
  PRICE_CHANGED: { status: 409, message: 'The order costs more than it did. Look at it again.' },
  REVISION_REQUIRED: {
    status: 422,
    message: 'Say which revision you have seen: `revision`, or the header If-Match.',
  },
  ORDER_EMPTY: { status: 422, message: 'An order needs at least one line to be submitted.' },
  ORDER_LOCKED: { status: 409, message: 'Only a draft can be changed.' },
  AGREEMENT_CHANGED: {
    status: 409,
    message: 'The partner agreement has a new version. Read it and accept it again.',
  },
  TOO_MANY_LINES: { status: 422, message: 'The order has more lines than one order may.' },
  TOO_MANY_DRAFTS: {
    status: 409,
    message: 'The partner has as many drafts as it may have. Submit or cancel some of them.',
  },
  PARTNER_INACTIVE: { status: 409, message: 'The partner is not active.' },
  CURRENCY_CONFLICT: {
    status: 409,
    message: 'The order is in another currency than its prices. Save its lines anew.',
  },
  AGREEMENT_REQUIRED: { status: 422, message: 'The partner agreement must be accepted.' },
  UNKNOWN_PRODUCT: { status: 422, message: 'There is no such product to order.' },
  PRICE_UNAVAILABLE: {
    status: 422,
    message: 'There is no price for this product and license type.',
  },
  TOO_MANY_LICENSES: {
    status: 422,
    message: 'The order asks for more licenses than one order may.',
  },
  AMOUNT_TOO_LARGE: { status: 422, message: 'The amount is larger than can be handled.' },
  APPROVAL_LIMIT_EXCEEDED: { status: 403, message: 'The total is above your approval limit.' },
  NUMBERS_EXHAUSTED: { status: 409, message: 'All numbers of this month are used.' },
  LICENSE_STATE_CONFLICT: {
    status: 409,
    message: 'The license is not in a state that allows this.',
  },
  LICENSE_NOT_STARTED: {
    status: 409,
    message: 'The license had not started then. Report what is used from its start on.',
  },
  LICENSE_HAS_HISTORY: {
    status: 409,
    message: 'A license with history is terminated, not deleted.',
  },
  PURCHASE_CONFLICT: { status: 409, message: 'The license does not allow this purchase.' },
  ALREADY_REVERSED: { status: 409, message: 'The purchase is undone already.' },
  PURCHASE_NEEDED: {
    status: 409,
    message: 'Product, limits and dates of a license change by a purchase.',
  },
  NOTHING_BOUGHT: { status: 422, message: 'The purchase changes nothing.' },
  DEPLOYMENT_STATE_CONFLICT: {
    status: 409,
    message: 'The deployment is not in a state that allows this.',
  },
  NO_ENGINEER: { status: 409, message: 'No active engineer is free to take this deployment.' },
  ALERT_STATE_CONFLICT: {
    status: 409,
    message: 'The alert is not in a state that allows this.',
  },
  RETRY_CONFLICT: {
    status: 409,
    message: 'Only what was given up, or waits after a failure, can be queued anew.',
  },
  INVALID_LICENSE_KEY: { status: 401, message: 'The license key is not valid.' },
  APPEND_ONLY: {
    status: 403,
    message: 'What is recorded here can be neither changed nor deleted.',
  },
  UNAVAILABLE: { status: 503, message: 'The service is not available. Try again later.' },
  INTERNAL: { status: 500, message: 'Something went wrong.' },
} as const satisfies Record<string, { status: number; message: string }>

export type ErrorCode = keyof typeof errorTable

/** One entry of an error answer: `path` is the field in dot notation, e.g. `items.0.quantity`. */
export type ErrorEntry = { code: ErrorCode; message: string; path?: string; details?: ErrorDetails }

/** Plain values that say more of an error, e.g. the figures as they are now. */
export type ErrorDetails = Record<string, boolean | null | number | string>

/** On our errors, whichever copy of this module made them: a host may have several bundles. */
const OURS = Symbol.for('payload-channel.error')

type ErrorDetail = Partial<Omit<ErrorEntry, 'code'>> & { retryAfter?: number }

/** The error that domain and operations throw; carries one entry for each field at fault. */
export class ChannelError extends Error {
  readonly entries: ErrorEntry[]
  readonly status: number
  readonly [OURS] = true

  static override [Symbol.hasInstance](thrown: unknown): boolean {
    return typeof thrown === 'object' && thrown !== null && OURS in thrown
  }
  /** Seconds after which it is worth another try. */
  readonly retryAfter?: number

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    const entry: ErrorEntry = { code, message: detail.message ?? errorTable[code].message }
    if (detail.path !== undefined) entry.path = detail.path
    if (detail.details !== undefined) entry.details = detail.details
    super(entry.message)
    this.name = 'ChannelError'
    this.entries = [entry]
    this.status = errorTable[code].status
    if (detail.retryAfter !== undefined) this.retryAfter = detail.retryAfter
  }

  /** Several faults at once, e.g. from a schema; the first one decides the status. */
  static of(entries: [ErrorEntry, ...ErrorEntry[]]): ChannelError {
    const error = new ChannelError(entries[0].code, entries[0])
    error.entries.splice(0, 1, ...entries)
    return error
  }

  get code(): ErrorCode {
    return (this.entries[0] as ErrorEntry).code
  }
}
