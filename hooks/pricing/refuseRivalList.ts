import type { CollectionBeforeChangeHook } from 'payload'

import { isRival } from '../../src/domain/pricing/priceBook'
import { requireNoRival, scopeOf } from '../../src/operations/pricing/requireNoRival'
import type { PriceList } from '../../src/payload-types'

/** Lists that were rivals before keep their other fields open: a name is changed all the same. */
export const refuseRivalList: CollectionBeforeChangeHook<PriceList> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  // What a copy is made from is another list.
  const before = operation === 'update' ? originalDoc : undefined
  const list = { ...before, ...data }
  const stays = before?.active === true && isRival(scopeOf(before), scopeOf(list))
  if (list.active && !stays) await requireNoRival(req, list)
  return data
}
