import { createHash, timingSafeEqual } from 'node:crypto'

import type { RequestHandler } from 'express'

import { errorBody } from './withErrorEntries'

/** Lets through who sends this token as `Authorization: Bearer …`; everybody where there is none. */
export const bearerOnly =
  (token: string | undefined): RequestHandler =>
  (request, response, next) => {
    const [, given = ''] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? []
    if (token === undefined || equal(given, token)) return next()
    response.status(401).setHeader('WWW-Authenticate', 'Bearer').json(errorBody('UNAUTHENTICATED'))
  }

/** Hashed to one length: how much of it is right, or how long it is, does not show in the time. */
const equal = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
