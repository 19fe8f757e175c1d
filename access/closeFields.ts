import type { Field, FieldAccess } from 'payload'

import { isExternal } from '../src/domain/access/isExternal'
import { rolesOf } from './rolesOf'

/** People from outside change their own account, but nothing that the host may go by: `isStaff`. */
const noExternals: FieldAccess = ({ req }) => !isExternal(rolesOf(req))

/** What an account says of its holder alone. */
const personal = new Set(['email', 'language', 'name', 'notify', 'password'])

/** Fields of the host on users: what has no rule for writing is not for people from outside to set. */
export const closeFields = (fields: Field[]): Field[] =>
  fields.map((field) => {
    if (field.type === 'tabs')
      return {
        ...field,
        tabs: field.tabs.map((tab) =>
          'name' in tab && tab.name ? tab : { ...tab, fields: closeFields(tab.fields) },
        ),
      }
    if ('name' in field && field.name) {
      if (personal.has(field.name)) return field
      const access = { create: noExternals, update: noExternals }
      return { ...field, access: { ...access, ...('access' in field && field.access) } } as Field
    }
    return 'fields' in field ? { ...field, fields: closeFields(field.fields) } : field
  })
