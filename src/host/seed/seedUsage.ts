import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertRows } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import { readRow } from '../../database/readRows'
import { writeUsage } from '../../operations/usage/writeUsage'
import { idOf } from '../../domain/idOf'
import { dayKeyOf, dayOf, reportKeyOf } from '../../domain/usage/usage'
import type { License } from '../../payload-types'
import { daysAfter, daysBetween } from './daysAfter'
import { seededRandom } from './seededRandom'
import type { Life } from './life'
import { usageOn } from './usageCurve'

/** Reports of so many days ago and more are kept for one day of the week only. */
const DAILY_DAYS = 400

/** How much of a license was used on each day since it was deployed, the last one as a report. */
export const seedUsage = async (
  req: PayloadRequest,
  life: Life,
  deployedAt: Date,
  now: Date,
): Promise<void> => {
  const { licenses, usageDays } = slugsOf(req.payload)
  const where = { id: { equals: life.license.id } }
  const license = (await readRow<License>(req, licenses, where)) as License
  const until = license.state === 'expired' ? new Date(license.expiresAt as string) : now
  const days = daysOf(life, license, deployedAt, until < now ? until : now)
  const last = days.pop()
  const rows = days.map((day) => rowOf(req, license, day))
  await insertRows(req, usageDays, rows)
  if (last) await writeUsage(req, reportOf(license, last), now)
}

type Day = { at: Date; workspaces: number; users: number }

const daysOf = ({ index, story }: Life, license: License, from: Date, until: Date): Day[] => {
  const random = seededRandom(story.orderedDaysAgo * 100 + index)
  const shape = index === 0 ? story.usage : 'steady'
  const days = daysBetween(from, until)
  const weekly = !['ENT-SUITE', 'PRO-TEAM'].includes(story.sku)
  const limits = { workspaces: license.limits?.workspaces ?? 1, users: license.limits?.users ?? 1 }
  return Array.from({ length: Math.max(0, days) }, (_, day): Day | null => {
    const left = days - 1 - day
    if (left % 7 !== 0 && (weekly || left > DAILY_DAYS)) return null
    const at = daysAfter(until, -left - 0.25)
    const when = { day, days, weekday: at.getUTCDay() }
    const users = usageOn(shape, limits.users, when, random)
    const workspaces = usageOn(shape, limits.workspaces, when, random)
    return users === null || workspaces === null ? null : { at, users, workspaces }
  }).filter((day) => day !== null)
}

const ownersOf = ({ customer, id, partner }: License) => ({
  license: id,
  customer: idOf(customer),
  partner: idOf(partner),
})

const rowOf = (req: PayloadRequest, license: License, { at, users, workspaces }: Day): NewRow => ({
  id: newId(req.payload),
  ...ownersOf(license),
  day: dayOf(at),
  workspaces,
  users,
  reports: 1,
  dayKey: dayKeyOf(ownersOf(license), dayOf(at)),
  createdAt: at.toISOString(),
  updatedAt: at.toISOString(),
})

const reportOf = (license: License, { at, users, workspaces }: Day) => ({
  ...ownersOf(license),
  workspaces,
  users,
  reportedAt: at.toISOString(),
  day: dayOf(at),
  dayKey: dayKeyOf(ownersOf(license), dayOf(at)),
  reportKey: reportKeyOf(license.id, at),
})
