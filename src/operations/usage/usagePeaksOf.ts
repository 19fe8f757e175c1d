import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { idsOverPeak } from './idsOverPeak'
import { readRows } from '../../database/readRows'
import { daysBefore } from '../../domain/time/daysBefore'
import { idOf, type Id } from '../../domain/idOf'
import { dayOf } from '../../domain/usage/usage'
import type { License, UsageDay } from '../../payload-types'
import { pagesOfRows } from '../records/pagesOfRows'

/** The most that was used of something, and on which day. */
export type Peak = { used: number; day: string }
export type Peaks = Record<'users' | 'workspaces', Peak>

/** Today and yesterday, of which a scan may not have seen the end. */
const since = (now: Date): string => dayOf(daysBefore(now, 1))

/** What some licenses used at most since yesterday, however little they use by now. */
export const usagePeaksOf = async (
  req: PayloadRequest,
  licenses: Id[],
  now: Date,
): Promise<Map<Id, Peaks>> => {
  const where: Where = {
    license: { in: licenses },
    day: { greater_than_equal: since(now), less_than_equal: dayOf(now) },
  }
  const peaks = new Map<Id, Peaks>()
  for (const day of await readRows<UsageDay>(req, slugsOf(req.payload).usageDays, where)) {
    const license = idOf(day.license) as Id
    const so = peaks.get(license)
    const higher = (of: 'users' | 'workspaces'): Peak =>
      so && so[of].used >= day[of] ? so[of] : { used: day[of], day: day.day }
    peaks.set(license, { users: higher('users'), workspaces: higher('workspaces') })
  }
  return peaks
}

/** The licenses in some states that used more than a limit of theirs on a day since yesterday. */
export const licensesOverPeak = async (
  req: PayloadRequest,
  states: License['state'][],
  now: Date,
): Promise<Id[]> => (await idsOverPeak(req, states, since(now))) ?? byPages(req, states, now)

const byPages = async (
  req: PayloadRequest,
  states: License['state'][],
  now: Date,
): Promise<Id[]> => {
  const where: Where = {
    state: { in: states },
    'usage.reportedAt': { greater_than_equal: `${since(now)}T00:00:00.000Z` },
  }
  const over: Id[] = []
  const { licenses: collection } = slugsOf(req.payload)
  for await (const page of pagesOfRows<License>(req, collection, where, 'licenseId')) {
    const peaks = await usagePeaksOf(
      req,
      page.map(({ id }) => id),
      now,
    )
    for (const { id, limits } of page) {
      const peak = peaks.get(id)
      if (!peak) continue
      if (peak.users.used > limits.users || peak.workspaces.used > limits.workspaces) over.push(id)
    }
  }
  return over
}
