import type { TypedUser } from 'payload'

/** A user's channel roles, also of one that is out; users of the host have none. */
export const rolesOf = (user: TypedUser): string[] =>
  (user as { roles?: null | string[] }).roles ?? []
