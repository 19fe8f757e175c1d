import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { ChannelError } from '../../domain/errors'
import {
  addressKey,
  secondsUntil,
  windowOf,
  type RateLimitName,
  type RateWindow,
} from '../../domain/access/rateLimits'
import { countAttempt } from './countAttempt'

/** Which limit, and whose: an address, an account, a key. */
export type Attempt = { limit: RateLimitName; of: string }

/** The client's address as the host knows it; none where the host does not say. */
export const addressOf = (req: PayloadRequest): string | undefined => {
  const { rateLimits } = channelOf(req.payload).options
  const address = rateLimits ? rateLimits.clientAddress?.(req) : undefined
  return address ? addressKey(address) : undefined
}

/** What is counted names nobody: people type passwords into the wrong field. */
const keyOf = ({ limit, of }: Attempt): string =>
  `${limit}:${createHash('sha256').update(of).digest('base64url')}`

/**
 * Counts attempts on all nodes together.
 * @returns the keys under which they are counted, to be taken back where they are no failure
 * @throws TOO_MANY_REQUESTS
 */
export const limitRate = async (req: PayloadRequest, attempts: Attempt[]): Promise<string[]> => {
  const { rateLimits } = channelOf(req.payload).options
  if (!rateLimits) return []
  const now = new Date()
  const keys: string[] = []
  for (const attempt of attempts) {
    const { limit } = attempt
    const key = keyOf(attempt)
    const window = await countAttempt(req, key, windowOf(limit, rateLimits.windowSeconds), now)
    refuseAbove(window, rateLimits[limit], now)
    keys.push(key)
  }
  return keys
}

/** The same in this process's memory: for what comes by the thousand a second. */
export const limitRateHere = (req: PayloadRequest, { limit, of }: Attempt): void => {
  const { memory, options } = channelOf(req.payload)
  if (!options.rateLimits) return
  const now = new Date()
  const { windowSeconds } = options.rateLimits
  const window = memory.increment(`${limit}:${of}`, windowOf(limit, windowSeconds), now)
  refuseAbove(window, options.rateLimits[limit], now)
}

/** Whether the limit is reached already, without counting. @throws TOO_MANY_REQUESTS */
export const refuseWhoTried = (req: PayloadRequest, { limit, of }: Attempt): void => {
  const { memory, options } = channelOf(req.payload)
  if (!options.rateLimits) return
  const now = new Date()
  const window = memory.peek(`${limit}:${of}`, now)
  if (window) refuseAbove(window, options.rateLimits[limit] - 1, now)
}

/**
 * Counts a failure on all nodes together. Successes cost no round trip: a node hears what the others
 * have counted with the first failure that comes to itself, and counts its own at once.
 * @throws TOO_MANY_REQUESTS
 */
export const countFailure = async (req: PayloadRequest, attempt: Attempt): Promise<void> => {
  const { memory, options } = channelOf(req.payload)
  if (!options.rateLimits) return
  const { limit, of } = attempt
  const now = new Date()
  const windowMs = windowOf(limit, options.rateLimits.windowSeconds)
  memory.increment(`${limit}:${of}`, windowMs, now)
  const counted = await countAttempt(req, keyOf(attempt), windowMs, now)
  refuseAbove(memory.learn(`${limit}:${of}`, counted), options.rateLimits[limit], now)
}

const refuseAbove = ({ hits, resetsAt }: RateWindow, most: number, now: Date): void => {
  if (hits > most)
    throw new ChannelError('TOO_MANY_REQUESTS', { retryAfter: secondsUntil(resetsAt, now) })
}
