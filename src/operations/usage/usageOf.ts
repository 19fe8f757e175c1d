import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { mergeDays, requireDays, type DayRange } from '../../domain/usage/usage'
import type { License, UsageDay } from '../../payload-types'
import { requireActionOn } from '../access/requireActionOn'

/**
 * A license's limits and its days of usage, as the caller, the earliest first.
 * @throws INVALID_INPUT naming `from` when these are too many days; NOT_FOUND; FORBIDDEN where the caller may see the license, but no usage
 */
export const usageOf = async (
  req: PayloadRequest,
  id: string,
  { from, to }: DayRange,
): Promise<{ license: License; days: UsageDay[] }> => {
  requireDays({ from, to })
  const license = await requireActionOn(req, 'licenses', id, 'read')
  const { docs } = await req.payload.find({
    collection: slugsOf(req.payload).usageDays,
    where: {
      and: [
        { license: { equals: license.id } },
        { day: { greater_than_equal: from } },
        { day: { less_than_equal: to } },
      ],
    },
    sort: 'day',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return { license, days: mergeDays(docs) }
}
