import type {
  AuthStrategyFunction,
  AuthStrategyResult,
  CollectionBeforeOperationHook,
  FlattenedField,
  Payload,
  SanitizedCollectionConfig,
} from 'payload'

import { digestOfRows } from '../../database/loginRows'

type User = NonNullable<AuthStrategyResult['user']>
type Login = {
  /** As JSON: each request gets one of its own. */
  user: string
  /** Of the rows before the user was read from them; what is newer in them is read again. */
  digest: string
}
type Known = { id: number | string; slug: string; /** Seconds. */ expires: number; login?: Login }

const MOST = 1_000
const SCHEME = /^(?:JWT|Bearer) (\S+)$/

/**
 * Spares Payload the reading of a user that has not changed since the last request with the same
 * token, which costs more than most answers. The user's rows are looked at each time, by one quick
 * statement, so that a logout, a lock, another role or an inactive partner count at once, on every
 * server. Tokens in cookies, which have rules of their own, are left alone.
 * @param own the hooks of the plugin, which make no difference to a user
 */
export const cacheAuthenticatedUsers = (
  payload: Payload,
  own: CollectionBeforeOperationHook[],
): void => {
  payload.authStrategies = payload.authStrategies.map((strategy) =>
    strategy.name === 'local-jwt'
      ? { ...strategy, authenticate: remembered(strategy.authenticate, own) }
      : strategy,
  )
}

const remembered = (
  authenticate: AuthStrategyFunction,
  own: CollectionBeforeOperationHook[],
): AuthStrategyFunction => {
  const tokens = new Map<string, Known>()
  return async (args) => {
    const token = tokenOf(args)
    const known = token ? tokens.get(token) : undefined
    if (!token || !known) {
      const result = await authenticate(args)
      if (token && result.user) remember(tokens, args.payload, token, result.user, own)
      return result
    }
    const digest = await digestOfRows(args.payload, known.slug, known.id)
    const isOver = known.expires * 1_000 <= Date.now()
    if (!isOver && digest !== null && known.login?.digest === digest)
      return { user: JSON.parse(known.login.user) as User }
    const result = await authenticate(args)
    if (!result.user) tokens.delete(token)
    else if (digest !== null) known.login = { user: JSON.stringify(result.user), digest }
    return result
  }
}

const tokenOf = ({ headers, payload }: Parameters<AuthStrategyFunction>[0]): string | undefined => {
  const cookies = headers.get('cookie') ?? ''
  if (cookies.includes(`${payload.config.cookiePrefix}-token=`)) return undefined
  return SCHEME.exec(headers.get('authorization') ?? '')?.[1]
}

/** From the second request on: Payload has found the token good, so what it says can be believed. */
const remember = (
  tokens: Map<string, Known>,
  payload: Payload,
  token: string,
  user: User,
  own: CollectionBeforeOperationHook[],
): void => {
  const { config } = payload.collections[user.collection]
  if (!isOfItsRows(config, own)) return
  const [, claims = ''] = token.split('.')
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number }
  if (tokens.size >= MOST) tokens.delete(tokens.keys().next().value as string)
  tokens.set(token, { id: user.id, slug: user.collection, expires: exp })
}

/** Whether a user is made of its rows alone: by no hook of the host's and from no other document. */
const isOfItsRows = (
  { auth, flattenedFields, hooks }: SanitizedCollectionConfig,
  own: CollectionBeforeOperationHook[],
): boolean =>
  !auth.depth &&
  [hooks.afterOperation, hooks.afterRead, hooks.beforeRead].every(({ length }) => length === 0) &&
  hooks.beforeOperation.every((hook) => own.includes(hook)) &&
  flattenedFields.every(hasNoReadHook)

const hasNoReadHook = (field: FlattenedField): boolean =>
  !('hooks' in field && field.hooks?.afterRead?.length) &&
  (!('flattenedFields' in field) || field.flattenedFields.every(hasNoReadHook))
