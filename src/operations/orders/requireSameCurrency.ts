import { ChannelError } from '../../domain/errors'
import type { Order, Partner } from '../../payload-types'

/**
 * A partner whose currency was changed has drafts in the old one; their lines are saved anew, all of
 * them, before one more is added or the whole is sent.
 * @throws CURRENCY_CONFLICT with both
 */
export const requireSameCurrency = (
  { currency }: Pick<Order, 'currency'>,
  partner: Pick<Partner, 'currency'>,
): void => {
  if (currency !== partner.currency)
    throw new ChannelError('CURRENCY_CONFLICT', {
      path: 'currency',
      details: { currency: currency ?? null, partnerCurrency: partner.currency },
    })
}
