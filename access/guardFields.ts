import type { Field, FieldAccess, FlattenedField, PayloadRequest } from 'payload'

import { fieldGrants } from '../src/domain/fieldGrants'
import type { Role } from '../src/domain/grants'
import type { SlugKey } from '../src/slugs'
import { callerOf } from './callerOf'

const byRole = new WeakSet<FieldAccess>()

/** Whether a field's access looks at the caller alone, so that it is the same for every document. */
export const isByRole = (access: FieldAccess): boolean => byRole.has(access)

const hasRole = (roles: Role[]): FieldAccess => {
  const access: FieldAccess = ({ req }) =>
    callerOf(req)?.roles.some((role) => roles.includes(role as Role)) ?? false
  byRole.add(access)
  return access
}

const accessOfField = (resource: SlugKey, name: string) => {
  const grant = fieldGrants[resource]?.[name]
  if (!grant) return undefined
  return {
    ...(grant.read && { read: hasRole(grant.read) }),
    ...(grant.write && { create: hasRole(grant.write), update: hasRole(grant.write) }),
  }
}

/** The fields of a collection with the access that the grants table gives them, nested ones too. */
export const guardFields = (resource: SlugKey, fields: Field[]): Field[] =>
  fields.map((field) => {
    const access = 'name' in field && field.name ? accessOfField(resource, field.name) : undefined
    const guarded = access ? { ...field, access } : { ...field }
    if ('fields' in guarded && !('name' in guarded && guarded.name))
      guarded.fields = guardFields(resource, guarded.fields)
    if (guarded.type === 'tabs')
      guarded.tabs = guarded.tabs.map((tab) => ({
        ...tab,
        fields: 'name' in tab && tab.name ? tab.fields : guardFields(resource, tab.fields),
      }))
    return guarded as Field
  })

/** Whether a caller may see a field of documents that it may read. */
export const isReadable = async (req: PayloadRequest, field: FlattenedField): Promise<boolean> => {
  if ('hidden' in field && field.hidden) return false
  const read = 'access' in field ? field.access?.read : undefined
  return !read || Boolean(await read({ req }))
}
