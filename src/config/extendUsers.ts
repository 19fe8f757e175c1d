import type { CollectionConfig, Field } from 'payload'

import { canAll } from '../../access/can'
import { canUnlock } from '../../access/canUnlock'
import { closeFields } from '../../access/closeFields'
import { userFields, usernameField } from '../../collections/accounts/users'
import { deleteNotifications } from '../../hooks/events/deleteNotifications'
import { endSessions } from '../../hooks/accounts/endSessions'
import {
  checkPassword,
  checkReset,
  logReset,
  tellPassword,
} from '../../hooks/accounts/guardPasswords'
import { keepResetToken, limitPasswordReset } from '../../hooks/accounts/limitPasswordReset'
import { forgiveLogin, limitLogins } from '../../hooks/accounts/limitLogins'
import { promoteFirstUser } from '../../hooks/accounts/promoteFirstUser'
import { refuseInactiveLogin } from '../../hooks/accounts/refuseInactiveLogin'
import { refuseLinkedDelete } from '../../hooks/records/refuseLinkedDelete'
import { setPartnerActive } from '../../hooks/accounts/setPartnerActive'
import { passwordResetMail } from '../operations/accounts/passwordResetMail'
import { rolesIn } from '../domain/accounts/userFields'
import { topFields } from './hostClashes'
import type { ChannelOptions } from '../options'

/** What of the plugin's goes before each operation on users. */
export const loginHooks = [limitLogins, checkReset, limitPasswordReset]

/** The users collection for a host that has none. */
export const ownUsers = ({ fieldNames, rateLimits, slugs }: ChannelOptions): CollectionConfig => ({
  slug: slugs.users,
  auth: {
    // With the address known, a guesser is stopped there first, and others can still log in.
    maxLoginAttempts: rateLimits && rateLimits.clientAddress ? 20 : 5,
    lockTime: 600_000,
    loginWithUsername: { allowEmailLogin: true, requireEmail: true, requireUsername: false },
    forgotPassword: passwordResetMail,
  },
  admin: {
    useAsTitle: 'email',
    group: { en: 'Team', zh: '团队' },
    // Everybody reaches the own account; a list of one is no page to go to.
    hidden: ({ user }) => !rolesIn(fieldNames, user).includes('admin'),
  },
  access: canAll('users'),
  fields: [],
})

/**
 * A users collection with the plugin's fields and hooks; what the host set stays.
 * @param address of the host; behind https a cookie never travels without
 */
export const extendUsers = (
  base: CollectionConfig,
  options: ChannelOptions,
  address = options.publicUrl,
): CollectionConfig => {
  const auth = typeof base.auth === 'object' ? base.auth : {}
  const added = [...userFields(options), ...(auth.loginWithUsername ? usernameField(options) : [])]
  const taken = new Set(topFields(base.fields).map(({ name }) => name))
  return {
    ...base,
    auth: {
      // Deeper, Payload reads what a user links to whoever may read it, and puts it into every page.
      depth: 0,
      ...auth,
      cookies: { sameSite: 'Lax', secure: isHttps(address), ...auth.cookies },
    },
    access: options.disabled
      ? base.access
      : { ...base.access, unlock: canUnlock(base.access?.unlock) },
    fields: [
      ...closeFields(base.fields),
      ...(auth.depth ? added.map(neverDeep) : added).filter(
        (field) => !('name' in field && taken.has(field.name)),
      ),
    ],
    hooks: options.disabled
      ? base.hooks
      : {
          ...base.hooks,
          beforeChange: [
            ...(base.hooks?.beforeChange ?? []),
            promoteFirstUser,
            setPartnerActive,
            endSessions,
            keepResetToken,
            tellPassword,
          ],
          beforeValidate: [...(base.hooks?.beforeValidate ?? []), checkPassword],
          beforeOperation: [...(base.hooks?.beforeOperation ?? []), ...loginHooks],
          beforeDelete: [
            ...(base.hooks?.beforeDelete ?? []),
            refuseLinkedDelete('users'),
            deleteNotifications,
          ],
          beforeLogin: [...(base.hooks?.beforeLogin ?? []), refuseInactiveLogin],
          afterLogin: [...(base.hooks?.afterLogin ?? []), forgiveLogin, logReset],
        },
  }
}

const isHttps = (address: string | undefined): boolean => address?.startsWith('https:') === true

/** A host may want its own links deep in its logged-in users, staff's fields behind ours never are. */
const neverDeep = (field: Field): Field =>
  field.type === 'relationship' ? { ...field, maxDepth: 0 } : field
