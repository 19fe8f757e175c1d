import type {
  CollectionAfterLoginHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'

import { channelOf, slugsOf, userOf } from '../../src/channel'
import { ChannelError } from '../../src/domain/errors'
import { passwordFault } from '../../src/domain/accounts/passwordRules'
import { logChanges } from '../../src/operations/changeLog/logChanges'
import { tellChange } from '../../src/operations/changeLog/toldChanges'
import { userOfResetToken } from '../../src/operations/accounts/userOfResetToken'

/** That it changed is logged; what it is stands nowhere. */
const changed = { password: { to: '••••••••' } }

const requireText = (path: string, value: unknown): string => {
  if (typeof value !== 'string')
    throw new ChannelError('INVALID_INPUT', { path, message: 'Expected text.' })
  return value
}

const requireStrong = (req: PayloadRequest, password: string): void => {
  const { passwords } = channelOf(req.payload).options
  const message = passwordFault(passwords, password, req.i18n?.language ?? 'en')
  if (message) throw new ChannelError('INVALID_INPUT', { path: 'password', message })
}

/** Whoever has a role of ours has a strong password; the first user is going to have one. */
export const checkPassword: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { password } = (data ?? {}) as Record<string, unknown>
  const { roles } = userOf(req.payload, { ...originalDoc, ...data }) as { roles?: unknown }
  if (password === undefined || password === null || password === '') return data
  const text = requireText('password', password)
  const isFirst = async () =>
    operation === 'create' &&
    (await req.payload.db.count({ collection: collection.slug, req })).totalDocs === 0
  if ((Array.isArray(roles) && roles.length > 0) || (await isFirst())) requireStrong(req, text)
  return data
}

/** A link in a mail opens nothing to whoever may not log in, and no weak password. */
export const checkReset: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return
  const { password, token } = args.data as Record<string, unknown>
  const user = await userOfResetToken(req, requireText('token', token))
  const text = requireText('password', password)
  if (user?.roles?.length) requireStrong(req, text)
  req.context.passwordReset = true
}

export const logReset: CollectionAfterLoginHook = async ({ context, req, user }) => {
  if (!context.passwordReset) return
  delete context.passwordReset
  const entry = { subject: slugsOf(req.payload).users, documentId: user.id, changes: changed }
  await logChanges(req, [{ ...entry, action: 'update' }])
}

/** Payload takes the password out of what is written: its change is told to the log here. */
export const tellPassword: CollectionBeforeChangeHook = ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const { currentPassword: _given, ...rest } = data
  if (originalDoc && rest.password) tellChange(req, collection.slug, originalDoc.id, changed)
  return rest
}
