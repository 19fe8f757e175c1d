import type { PayloadRequest } from 'payload'

type Doc = Record<string, unknown> & { id: number | string }
type WithContext = Pick<PayloadRequest, 'context'>

const keyOf = (slug: string, id: number | string) => `written:${slug}:${id}`

/**
 * Keeps what a write made of a document: read anew, it may be what somebody else made of it since.
 * A copy, for Payload takes out of the document what the caller may not see.
 */
export const keepWritten = ({ context }: WithContext, slug: string, doc: Doc): void => {
  context[keyOf(slug, doc.id)] = structuredClone(doc)
}

/** What the last write of the request made of a document, once; `null` where nobody kept it. */
export const takeWritten = (
  { context }: WithContext,
  slug: string,
  id: number | string,
): Doc | null => {
  const doc = context[keyOf(slug, id)] as Doc | undefined
  delete context[keyOf(slug, id)]
  return doc ?? null
}
