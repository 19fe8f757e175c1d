import type {
  CollectionAfterLoginHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'

import { accessOf } from '../../access/can'
import { addressOf, limitRate, type Attempt } from '../../src/operations/access/limitRate'
import { takeBackAttempt } from '../../src/operations/access/countAttempt'
import { deriveInVain } from '../../src/operations/accounts/passwordHash'
import { loginNameOf, userOfLogin, type LoginName } from '../../src/operations/accounts/userOfLogin'

const byAddress = (req: PayloadRequest, limit: Attempt['limit']): Attempt[] => {
  const of = addressOf(req)
  return of === undefined ? [] : [{ limit, of }]
}

/**
 * Failed logins count for the address that they come from, and for the account at that address, so
 * that who guesses locks out nobody else. Counted before the attempt, which many can be at once, and
 * taken back where it succeeds.
 */
const limitLogin = async (req: PayloadRequest, login: LoginName): Promise<void> => {
  const name = loginNameOf(login)
  if (!name || typeof login.password !== 'string' || !login.password.trim()) return
  const user = await userOfLogin(req, name)
  const account = `${addressOf(req) ?? ''} ${user ? user.id : name}`
  req.context.loginAttempts = await limitRate(req, [
    ...byAddress(req, 'login'),
    { limit: 'account', of: account },
  ])
  // Payload looks at a password only of a user who is there and not locked, which takes its time.
  if (!user?.hash || isLocked(user.lockUntil)) await deriveInVain(String(login.password))
}

const isLocked = (until: Date | null | string | undefined): boolean =>
  Boolean(until) && new Date(until as string).getTime() > Date.now()

/** By whatever name the account is told: the mail goes by the address where there is one. */
const limitRecovery = async (req: PayloadRequest, login: LoginName): Promise<string[]> => {
  const name = loginNameOf({ email: login.email }) ?? loginNameOf(login)
  const user = name && (await userOfLogin(req, name))
  const of = user ? String(user.id) : name
  return limitRate(req, [
    ...byAddress(req, 'recovery'),
    ...(of ? [{ limit: 'recoveryOfAccount' as const, of }] : []),
  ])
}

/** Whatever way leads to the operation: REST, GraphQL, the v1 routes, the panel's server functions. */
export const limitLogins: CollectionBeforeOperationHook = async ({
  args,
  context,
  operation,
  req,
}) => {
  const { data = {} } = args as { data?: LoginName }
  if (operation === 'login') await limitLogin(req, data)
  if (operation === 'forgotPassword' && !context.recovery) await limitRecovery(req, data)
  if (operation === 'resetPassword') await limitRate(req, byAddress(req, 'recovery'))
  if (operation === 'unlock' && accessOf(req, 'users', 'update') !== true)
    await limitRate(req, byAddress(req, 'recovery'))
  if (operation === 'refresh' && req.user)
    await limitRate(req, [{ limit: 'login', of: `refresh ${req.user.id}` }])
}

/** Many people log in from one address: only failures count. */
export const forgiveLogin: CollectionAfterLoginHook = async ({ context, req }) => {
  const keys = (context.loginAttempts ?? []) as string[]
  delete context.loginAttempts
  for (const key of keys) await takeBackAttempt(req, key)
}
