import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { ChannelError } from '../domain/errors'
import { addressOf, countHere, limitRate, limitRateHere, refuseWhoTried } from './limitRate'

type Limiting = {
  before: (req: PayloadRequest) => Promise<void> | void
  /** What a failure counts towards. */
  failed?: (req: PayloadRequest, error: unknown) => void
}

/**
 * How a route is limited. What machines ask by the thousand a second is counted in the memory of each
 * process: a round trip to a database would cost more than the answer.
 */
const limiting = {
  public: {
    before: async (req: PayloadRequest) => {
      const of = addressOf(req)
      if (of !== undefined) await limitRate(req, [{ limit: 'public', of }])
    },
  },
  validate: {
    before: (req: PayloadRequest) => {
      const of = addressOf(req)
      if (of !== undefined) limitRateHere(req, { limit: 'validate', of })
    },
  },
  usage: {
    // A key is one license's; whoever guesses at it doesn't use up the reports of the one who has it.
    before: (req: PayloadRequest) => {
      refuseWhoTried(req, wrongKeys(req))
      limitRateHere(req, { limit: 'usage', of: keyOf(req) })
    },
    failed: (req: PayloadRequest, error: unknown) => {
      if (error instanceof ChannelError && error.code === 'INVALID_LICENSE_KEY')
        countHere(req, wrongKeys(req))
    },
  },
}

/** The limit of a route, for its definition. @throws TOO_MANY_REQUESTS */
export const limitEndpoint =
  (name: keyof typeof limiting) =>
  async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
    const { before, failed }: Limiting = limiting[name]
    await before(req)
    try {
      return await work()
    } catch (error) {
      failed?.(req, error)
      throw error
    }
  }

const wrongKeys = (req: PayloadRequest) =>
  ({ limit: 'login', of: `keys ${addressOf(req) ?? ''}` }) as const

const keyOf = (req: PayloadRequest): string => {
  const key = req.headers.get('authorization')?.trim().split(/\s+/).at(-1)
  return createHash('sha256')
    .update(key ?? addressOf(req) ?? '')
    .digest('base64url')
}
