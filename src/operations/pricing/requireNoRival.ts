import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import { isRival } from '../../domain/pricing/priceBook'
import type { PriceList } from '../../payload-types'

const instantOf = (date: Date | null | string | undefined): null | string =>
  date ? new Date(date).toISOString() : null

/** What says whom, when and in which currency a list is for. */
export const scopeOf = (list: Partial<PriceList>) => ({
  currency: list.currency ?? '',
  partner: idOf(list.partner),
  tier: idOf(list.tier),
  validFrom: instantOf(list.validFrom),
  validTo: instantOf(list.validTo),
})

const message = {
  en: (name: string) =>
    `The price list “${name}” is for the same buyers, currency and time. Give one of them other dates, or make it inactive.`,
  zh: (name: string) =>
    `价目表“${name}”适用于相同的买方、货币和时间。请修改其中一个的日期，或将其停用。`,
}

/**
 * Two lists that differ in nothing but their prices would leave it to chance which of them holds.
 * @throws INVALID_INPUT with the name of another active list that is for the same
 */
export const requireNoRival = async (
  req: PayloadRequest,
  list: Partial<PriceList>,
): Promise<void> => {
  const where = { active: { equals: true }, currency: { equals: list.currency } }
  const others = await readRows<PriceList>(req, slugsOf(req.payload).priceLists, where)
  const rival = others.find(
    (other) => other.id !== list.id && isRival(scopeOf(list), scopeOf(other)),
  )
  if (!rival) return
  const language = req.i18n?.language?.startsWith('zh') ? 'zh' : 'en'
  throw new ChannelError('INVALID_INPUT', {
    path: 'validFrom',
    message: message[language](rival.name),
  })
}
