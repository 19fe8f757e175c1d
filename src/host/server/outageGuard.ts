import { executeAuthStrategies, type Payload, type PayloadRequest } from 'payload'

import type { FetchHandler } from './webAdapter'
import type { DatabaseWatch } from './databaseWatch'
import { stallTimeout } from './stallTimeout'
import { errorBody } from './withErrorEntries'

/** After so long without an answer a request asks whether the database is there at all. */
const PATIENCE_MS = 5_000

const TOKEN = /^(?:jwt|bearer)\s/i

/**
 * Answers UNAVAILABLE while the database is away: at once when that is known, and instead of what a
 * handler made of it. Payload takes a login that it can't look up for none: without this a client
 * would hear that it is logged out.
 */
export const outageGuard =
  (payload: Payload, database: DatabaseWatch, handle: FetchHandler): FetchHandler =>
  async (request, locals) => {
    if (database.isAway() && !(await database.answers())) return unavailable()
    const { headers } = request
    const answer = await inTime(handle(request, locals), database)
    if (!answer) return unavailable()
    if (answer.status >= 500 && answer.status !== 503 && !(await database.answers()))
      return unavailable()
    if (!hasLogin(payload, headers) || (request as unknown as PayloadRequest).user) return answer
    const isOut = overrides.some((name) => headers.has(name))
      ? !answer.ok && !(await database.answers())
      : await isKnown(payload, database, headers)
    return isOut ? unavailable() : answer
  }

/** For a query that comes as a form Payload makes a request of its own, whose user is not to be seen. */
const overrides = ['x-payload-http-method-override', 'x-http-method-override']

const unavailable = (): Response =>
  Response.json(errorBody('UNAVAILABLE'), { status: 503, headers: { 'Retry-After': '5' } })

/**
 * The answer, however long it takes while the database is there. Twice in a row it must have been
 * silent before the request is given up: once may be a moment of much work.
 */
const inTime = async (
  answer: Promise<Response>,
  database: DatabaseWatch,
): Promise<Response | undefined> => {
  for (;;) {
    const { end, over } = stallTimeout(PATIENCE_MS)
    const first = await Promise.race([answer, over]).finally(end)
    if (first) return first
    if ((await database.answers()) || (await database.answers())) continue
    // Nobody waits for it any more; it fails by itself, or is done unheard.
    answer.catch(() => {})
    return undefined
  }
}

const hasLogin = ({ config }: Payload, headers: Headers): boolean =>
  TOKEN.test(headers.get('authorization') ?? '') ||
  (headers.get('cookie') ?? '').includes(`${config.cookiePrefix}-token=`)

/** Whether a login that was taken for none is one, or nobody can say. */
const isKnown = async (
  payload: Payload,
  database: DatabaseWatch,
  headers: Headers,
): Promise<boolean> => {
  if (!(await database.answers())) return true
  const { user } = await executeAuthStrategies({ canSetHeaders: false, headers, payload })
  return user !== null
}
