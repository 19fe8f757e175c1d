import { createHash } from 'node:crypto'

import type { Request, RequestHandler } from 'express'
import { rateLimit, type Options } from 'express-rate-limit'

import type { HttpSettings } from '../environment'
import { readWhole } from './readRequestBody'
import { errorBody } from './withErrorEntries'

type Limits = HttpSettings['rateLimits']
type Kind = 'login' | 'public' | 'recovery' | 'usage' | 'validate'

/** Which requests count towards which limit; Payload's routes don't tell upper from lower case. */
const rules: [Kind, RegExp][] = [
  ['recovery', /^\/api\/(v1\/auth|[^/]+)\/(forgot-password|reset-password|unlock|verify)(\/|$)/i],
  ['login', /^\/api\/[^/]+\/(login|first-register)\/?$/i],
  ['login', /^\/api\/v1\/auth\//i],
  ['public', /^\/api\/v1\/(share|partner-applications|applications)\//i],
  ['public', /^\/api\/v1\/(partner-applications|applications)\/?$/i],
  ['usage', /^\/api\/v1\/licenses\/[^/]+\/usage\/?$/i],
  ['validate', /^\/api\/v1\/licenses\/validate\/?$/i],
]

const GRAPHQL = /^\/api\/graphql\/?$/i
/** Mutations of GraphQL that do what the routes above do, under whatever alias. */
const authMutation = /\b(login|forgotPassword|resetPassword|unlock|verifyEmail)[A-Z]/

/**
 * Limits what one address may try in a window, each process for itself: failed logins, wrong license
 * keys, requests for a new password, and what anybody may send without an account; and what one
 * license may report in a minute. Answers 429 TOO_MANY_REQUESTS.
 */
export const rateLimits = (limits: Limits, bodyLimitBytes: number): RequestHandler => {
  const windowMs = limits.windowSeconds * 1000
  const wrongKeys = limiter({ limit: limits.login, windowMs, ...onlyWrongKeys })
  const reports = limiter({ limit: limits.usage, windowMs: MINUTE_MS, keyGenerator: byKey })
  const limiters: Record<Kind, RequestHandler> = {
    login: limiter({ limit: limits.login, windowMs, skipSuccessfulRequests: true }),
    public: limiter({ limit: limits.public, windowMs }),
    recovery: limiter({ limit: limits.recovery, windowMs }),
    usage: (request, response, next) =>
      void wrongKeys(request, response, () => void reports(request, response, next)),
    validate: limiter({ limit: limits.validate, windowMs: MINUTE_MS }),
  }
  const forGraphql = limiter({ limit: limits.login, windowMs })
  return async (request, response, next) => {
    if (request.method !== 'POST') return next()
    const { path } = request
    const kind = rules.find(([, pattern]) => pattern.test(path))?.[0]
    if (kind) return limiters[kind](request, response, next)
    if (GRAPHQL.test(path) && (await triesToLogIn(request, bodyLimitBytes)))
      return forGraphql(request, response, next)
    return next()
  }
}

const triesToLogIn = async (request: Request, bodyLimitBytes: number): Promise<boolean> =>
  Number(request.headers['content-length'] ?? 0) <= bodyLimitBytes &&
  authMutation.test((await readWhole(request, bodyLimitBytes)).toString())

const MINUTE_MS = 60_000

/** A key is one license's; whoever guesses at it doesn't use up the reports of the one who has it. */
const byKey = ({ headers, ip }: Request): string => {
  const key = headers.authorization?.trim().split(/\s+/).at(-1)
  return createHash('sha256')
    .update(key ?? `${ip}`)
    .digest('base64url')
}

const onlyWrongKeys: Partial<Options> = {
  skipSuccessfulRequests: true,
  requestWasSuccessful: (_request, response) => response.statusCode !== 401,
}

const limiter = (options: Partial<Options>): RequestHandler =>
  rateLimit({
    ...options,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Which proxies to trust is the operator's decision, made in TRUST_PROXY.
    validate: false,
    handler: (_request, response) => {
      response.status(429).json(errorBody('TOO_MANY_REQUESTS'))
    },
  })
