import type { Request, RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'

import type { HttpSettings } from '../environment'
import { readWhole } from './readRequestBody'
import { errorBody } from './withErrorEntries'

type Limits = HttpSettings['rateLimits']
type Kind = 'login' | 'public' | 'recovery'

/** Which requests count towards which limit; Payload's routes don't tell upper from lower case. */
const rules: [Kind, RegExp][] = [
  ['recovery', /^\/api\/(v1\/auth|[^/]+)\/(forgot-password|reset-password|unlock|verify)(\/|$)/i],
  ['login', /^\/api\/[^/]+\/(login|first-register)\/?$/i],
  ['login', /^\/api\/v1\/auth\//i],
  ['public', /^\/api\/v1\/(share|partner-applications|applications)\//i],
  ['public', /^\/api\/v1\/(partner-applications|applications)\/?$/i],
]

const GRAPHQL = /^\/api\/graphql\/?$/i
/** Mutations of GraphQL that do what the routes above do, under whatever alias. */
const authMutation = /\b(login|forgotPassword|resetPassword|unlock|verifyEmail)[A-Z]/

/**
 * Limits what one address may try in a window, each process for itself: failed logins, requests for
 * a new password, and what anybody may send without an account. Answers 429 TOO_MANY_REQUESTS.
 */
export const rateLimits = (limits: Limits, bodyLimitBytes: number): RequestHandler => {
  const limiters: Record<Kind, RequestHandler> = {
    login: limiter(limits.login, limits, true),
    public: limiter(limits.public, limits),
    recovery: limiter(limits.recovery, limits),
  }
  const forGraphql = limiter(limits.login, limits)
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

const limiter = (limit: number, { windowSeconds }: Limits, onlyFailures = false): RequestHandler =>
  rateLimit({
    limit,
    windowMs: windowSeconds * 1000,
    skipSuccessfulRequests: onlyFailures,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Which proxies to trust is the operator's decision, made in TRUST_PROXY.
    validate: false,
    handler: (_request, response) => {
      response.status(429).json(errorBody('TOO_MANY_REQUESTS'))
    },
  })
