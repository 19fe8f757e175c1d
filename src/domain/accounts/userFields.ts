/**
 * The fields that the plugin adds to users: the name in code → the name in the collection, which a
 * host may change. Only `roles` has another name by default: many hosts have roles of their own,
 * which must not become roles of the channel.
 */
export const defaultFieldNames = {
  name: 'name',
  roles: 'channelRoles',
  partner: 'partner',
  customer: 'customer',
  engineer: 'engineer',
  salesRep: 'salesRep',
  language: 'language',
  notify: 'notify',
  partnerActive: 'partnerActive',
} as const

export type UserField = keyof typeof defaultFieldNames
export type FieldNames = Record<UserField, string>

type Data = Record<string, unknown>

const renamed = (names: FieldNames): [UserField, string][] =>
  (Object.entries(names) as [UserField, string][]).filter(([field, name]) => field !== name)

/** A stored user under the names that the code has for its fields: the one way to read them. */
export const readUser = <T extends object>(names: FieldNames, user: T): T => {
  const pairs = renamed(names)
  if (pairs.length === 0) return user
  const stored = user as Data
  return { ...user, ...Object.fromEntries(pairs.map(([field, name]) => [field, stored[name]])) }
}

/** What is to be stored of a user, under the names that its collection has. */
export const writeUser = (names: FieldNames, data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [names[field as UserField] ?? field, value]),
  )

/** A condition on users in the names of the code, as one on the collection. */
export const whereUser = <T extends object>(names: FieldNames, where: T): T =>
  Object.fromEntries(
    Object.entries(where).map(([key, value]) => [
      key === 'and' || key === 'or' ? key : inCollection(names, key),
      key === 'and' || key === 'or'
        ? (value as object[]).map((one) => whereUser(names, one))
        : value,
    ]),
  ) as T

const inCollection = (names: FieldNames, path: string): string => {
  const [field = '', ...rest] = path.split('.')
  return [names[field as UserField] ?? field, ...rest].join('.')
}

/** The channel's roles of a user of whatever collection; none of nobody. */
export const rolesIn = (names: FieldNames, user: object | null | undefined): string[] =>
  (user ? (readUser(names, user) as { roles?: null | string[] }).roles : null) ?? []
