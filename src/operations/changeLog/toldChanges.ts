import type { PayloadRequest } from 'payload'

import type { Changes } from '../../domain/records/hashChain'

type WithContext = Pick<PayloadRequest, 'context'>

const keyOf = (slug: string, id: number | string) => `told:${slug}:${id}`

/** Keeps for the log what the stored document does not show. */
export const tellChange = (
  { context }: WithContext,
  slug: string,
  id: number | string,
  changes: Changes,
): void => {
  context[keyOf(slug, id)] = changes
}

/** What was told of a write, once. */
export const takeToldChanges = (
  { context }: WithContext,
  slug: string,
  id: number | string,
): Changes => {
  const told = (context[keyOf(slug, id)] ?? {}) as Changes
  delete context[keyOf(slug, id)]
  return told
}
