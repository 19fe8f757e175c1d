import type { BasePayload } from 'payload'

/**
 * Whether several writes can be made to happen together. Not on a MongoDB that stands alone: there
 * a document is written as a whole and nothing more.
 */
export const hasTransactions = ({ db }: Pick<BasePayload, 'db'>): boolean =>
  Boolean((db as { transactionOptions?: unknown }).transactionOptions)
