import { z } from 'zod'

/** The revision of a document that a caller has seen, for the body of what it decides. */
export const revision = z
  .number()
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .optional()
  .describe('The revision that was seen: 409 EDIT_CONFLICT where the document is another by now.')
