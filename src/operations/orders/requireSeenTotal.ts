import { ChannelError, type ErrorDetails } from '../../domain/errors'

type Costs = { total: number; currency: null | string; revision?: number }

/**
 * @param seen what whoever submits it takes it to cost, in minor units
 * @throws PRICE_CHANGED with what an order costs today where that is more than was seen
 */
export const requireSeenTotal = (
  { currency, revision, total }: Costs,
  seen: number | undefined,
): void => {
  if (seen === undefined || total <= seen) return
  const details: ErrorDetails = { total, seen, currency }
  if (revision !== undefined) details.revision = revision
  throw new ChannelError('PRICE_CHANGED', { path: 'total', details })
}
