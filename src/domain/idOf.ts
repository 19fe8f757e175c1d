export type Id = number | string

export type Link = Id | { id: Id } | null | undefined

/** The ID of a related document, populated or not. */
export const idOf = (link: Link): Id | null =>
  (link !== null && typeof link === 'object' ? link.id : link) ?? null
