import type { FieldHook, PayloadRequest } from 'payload'

import { channelOf, slugsOf } from '../../src/channel'
import { ChannelError } from '../../src/domain/errors'
import { rolesIn } from '../../src/domain/accounts/userFields'
import { takeBackAttempt } from '../../src/operations/access/countAttempt'
import { addressOf, limitRate } from '../../src/operations/access/limitRate'
import { isPassword, type Kept } from '../../src/operations/accounts/passwordHash'

type Person = { id: number | string; email?: null | string }

/**
 * Who changes the own password or e-mail address shows that it is the owner, not somebody at an open
 * screen or with a stolen token. Administrators set those of others; the system sets any.
 */
export const requirePresentPassword: FieldHook<Person, unknown> = async ({
  collection,
  data,
  operation,
  originalDoc,
  overrideAccess,
  req,
  value,
}) => {
  if (operation !== 'update' || overrideAccess || !originalDoc) return undefined
  const { user } = req
  const isSelf =
    user?.collection === collection?.slug && String(user?.id) === String(originalDoc.id)
  if (!isSelf || !changesAccess(data ?? {}, originalDoc)) return undefined
  const kept = await req.payload.db.findOne<Kept & Person>({
    collection: slugsOf(req.payload).users,
    where: { id: { equals: originalDoc.id } },
    req,
  })
  if (kept && rolesIn(channelOf(req.payload).options.fieldNames, kept).length === 0)
    return undefined
  // Who comes by another way than a password has none to show.
  if (!kept?.hash) return undefined
  if (typeof value !== 'string' || value === '')
    throw new ChannelError('INVALID_INPUT', wrong(req.i18n?.language, 'missing'))
  await check(req, kept, value)
  return undefined
}

/** Guesses count, for the account and the address that they come from; the right one is none. */
const check = async (req: PayloadRequest, kept: Kept & Person, value: string): Promise<void> => {
  const of = `${addressOf(req) ?? ''} ${kept.id}`
  const attempts = await limitRate(req, [{ limit: 'account', of }])
  if (!(await isPassword(kept, value)))
    throw new ChannelError('INVALID_INPUT', wrong(req.i18n?.language, 'wrong'))
  for (const key of attempts) await takeBackAttempt(req, key)
}

const texts = {
  missing: { en: 'Send your present password too.', zh: '请同时提供当前密码。' },
  wrong: { en: 'This is not your present password.', zh: '当前密码不正确。' },
}

const wrong = (language = 'en', what: keyof typeof texts) => ({
  path: 'currentPassword',
  message: texts[what][language.startsWith('zh') ? 'zh' : 'en'],
})

/** An e-mail address leads to a new password. */
const changesAccess = (data: Record<string, unknown>, before: Person): boolean => {
  if (data.password !== undefined && data.password !== null && data.password !== '') return true
  if (data.email === undefined) return false
  const clean = (email: unknown) => String(email).toLowerCase().trim()
  return clean(data.email) !== clean(before.email)
}
