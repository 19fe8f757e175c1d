import type { Access, PayloadRequest, SanitizedCollectionConfig } from 'payload'

/** Which of a collection's rules an operation goes by. */
const ruleOf: Partial<Record<string, 'create' | 'delete' | 'read' | 'update'>> = {
  count: 'read',
  create: 'create',
  delete: 'delete',
  read: 'read',
  readDistinct: 'read',
  update: 'update',
}

type Asking = {
  req: PayloadRequest
  collection: Pick<SanitizedCollectionConfig, 'access'>
  operation: string
}

/** What a rule looks at: the document's ID, and what is to be written. */
type Asked = { data?: unknown; id?: number | string }

/**
 * Whether the caller may do such a thing at all. Whoever may not hears just that, from Payload itself:
 * what is wrong with a request tells what there is.
 */
export const mayAsk = async (
  { collection, operation, req }: Asking,
  { data, id }: Asked,
): Promise<boolean> => {
  const name = ruleOf[operation]
  const rule = name && (collection.access[name] as Access | undefined)
  if (!rule) return true
  try {
    return Boolean(await rule({ data, id: id as string | undefined, req }))
  } catch {
    // A rule of a host's that stumbles over a value which is to be refused.
    return true
  }
}
