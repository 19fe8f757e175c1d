import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { ChannelError } from '../../domain/errors'
import type { VerdictCode } from '../../domain/licenses/licenseRules'
import type { RateLimitName } from '../../domain/access/rateLimits'
import {
  addressOf,
  countFailure,
  limitRate,
  limitRateHere,
  refuseWhoTried,
  type Attempt,
} from '../access/limitRate'

type Outcome = { error?: unknown; result?: unknown }

type Limiting = {
  before: (req: PayloadRequest) => Promise<void> | void
  failures?: Failures
}

/** What is counted of an address where it fails, on all nodes together; none without an address. */
type Failures = {
  limit: RateLimitName
  what: string
  is: (outcome: Outcome) => boolean
  /** Whether a success is kept back too once there were too many failures: of tries sent all at once. */
  hidesHits?: boolean
}

/**
 * How a route is limited. What machines ask by the thousand a second is counted in the memory of each
 * process: a round trip to a database would cost more than the answer.
 */
const limiting: Record<'public' | 'usage' | 'validate', Limiting> = {
  public: {
    before: async (req) => {
      const of = addressOf(req)
      if (of !== undefined) await limitRate(req, [{ limit: 'public', of }])
    },
  },
  validate: {
    before: (req) => {
      const of = addressOf(req)
      if (of !== undefined) limitRateHere(req, { limit: 'validate', of })
    },
    // A system asks of a license that it has; who asks of others is looking for some.
    failures: {
      limit: 'unknownLicenses',
      what: 'unknown',
      is: ({ result }) => (result as Judged | undefined)?.body.code === 'NOT_FOUND',
      hidesHits: true,
    },
  },
  usage: {
    // A key is one license's; whoever guesses at it doesn't use up the reports of the one who has it.
    before: (req) => limitRateHere(req, { limit: 'usage', of: keyOf(req) }),
    failures: {
      limit: 'login',
      what: 'keys',
      is: ({ error }) => error instanceof ChannelError && error.code === 'INVALID_LICENSE_KEY',
    },
  },
}

type Judged = { body: { code: VerdictCode } }

/** The limit of a route, for its definition. @throws TOO_MANY_REQUESTS */
export const limitEndpoint =
  (name: keyof typeof limiting) =>
  async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
    const { before, failures } = limiting[name]
    const attempt = failures && failureOf(req, failures)
    if (attempt) refuseWhoTried(req, attempt)
    await before(req)
    if (!failures || !attempt) return work()
    try {
      const result = await work()
      if (failures.is({ result })) await countFailure(req, attempt)
      else if (failures.hidesHits) refuseWhoTried(req, attempt)
      return result
    } catch (error) {
      if (failures.is({ error })) await countFailure(req, attempt)
      throw error
    }
  }

const failureOf = (req: PayloadRequest, { limit, what }: Failures): Attempt | undefined => {
  const address = addressOf(req)
  return address === undefined ? undefined : { limit, of: `${what} ${address}` }
}

const keyOf = (req: PayloadRequest): string => {
  const key = req.headers.get('authorization')?.trim().split(/\s+/).at(-1)
  return createHash('sha256')
    .update(key ?? addressOf(req) ?? '')
    .digest('base64url')
}
