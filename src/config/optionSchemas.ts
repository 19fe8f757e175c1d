import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { PasswordRules } from '../domain/accounts/passwordRules'
import type { RateLimitStore } from '../domain/access/rateLimits'
import { parseSigningKeys } from '../operations/licenses/signingKeys'

export const positive = z.number().int().positive()

const isStore = (value: unknown): boolean =>
  typeof (value as RateLimitStore | null)?.increment === 'function' &&
  typeof (value as RateLimitStore).decrement === 'function'

/** Kept as key objects, which neither a log line nor JSON shows. */
export const signingKeys = z
  .union([z.string().min(1), z.looseObject({})])
  .transform((given, context) => {
    try {
      return parseSigningKeys(given)
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message })
      return z.NEVER
    }
  })

export const rateLimits = z.strictObject({
  login: positive.default(200),
  account: positive.default(10),
  recovery: positive.default(20),
  recoveryOfAccount: positive.default(5),
  public: positive.default(60),
  windowSeconds: positive.default(900),
  usage: positive.default(120),
  validate: positive.default(600),
  unknownLicenses: positive.default(60),
  store: z
    .custom<RateLimitStore>(isStore, 'Expected increment(key, windowMs) and decrement(key).')
    .optional(),
  clientAddress: z
    .custom<(req: Pick<PayloadRequest, 'headers'>) => null | string | undefined>(
      (value) => typeof value === 'function',
      'Expected a function of the request.',
    )
    .optional(),
})

export const passwords = z
  .strictObject({
    minLength: positive.min(8).default(12),
    maxLength: positive.max(1_000).default(128),
    check: z
      .custom<NonNullable<PasswordRules['check']>>(
        (value) => typeof value === 'function',
        'Expected a function of the password.',
      )
      .optional(),
  })
  .refine(({ maxLength, minLength }) => minLength <= maxLength, {
    path: ['maxLength'],
    message: 'Less than minLength: no password would do.',
  })
