import type { PayloadRequest, TypeWithID, Where } from 'payload'

import { slugsOf } from '../../channel'
import { idOf } from '../../domain/idOf'
import { dayKeyOf } from '../../domain/usage/usage'

/**
 * `writeUsage` without SQL and without a transaction: the report is written once, by its unique key;
 * all else is made anew from what is stored, so that whoever comes last makes it right, and a
 * repetition completes what a dying process left undone.
 */
export const writeUsageDocuments = async (
  req: PayloadRequest,
  report: UsageReport,
): Promise<boolean> => {
  const known = await insertReport(req, report)
  // Another one of the same instant may give other figures, or be another holder's: the first counts.
  const kept = { ...report, ...known }
  await rollUpDay(req, known ? { ...kept, dayKey: dayKeyOf(kept, kept.day) } : report)
  await setLatest(req, kept)
  return known === null
}

/**
 * Outside of any transaction: a refused write would end it.
 * @returns the figures that were kept before, and whose they are; `null` when the report is new
 */
const insertReport = async (
  { payload }: PayloadRequest,
  { day: _day, dayKey: _key, ...data }: UsageReport,
): Promise<Known | null> => {
  const collection = slugsOf(payload).usageReports
  try {
    await payload.db.create({ collection, data })
    return null
  } catch (error) {
    const where = { reportKey: { equals: data.reportKey } }
    const known = await payload.db.findOne<Known & TypeWithID>({ collection, where })
    if (!known) throw error
    const { customer, partner, users, workspaces } = known
    return { customer: idOf(customer), partner: idOf(partner), workspaces, users }
  }
}

type Figures = { workspaces: number; users: number }
type Known = Figures & Pick<UsageReport, 'customer' | 'partner'>

/** Reports are never deleted: whoever saw more of a day's saw later. */
const rollUpDay = async ({ payload }: PayloadRequest, report: UsageReport): Promise<void> => {
  const slugs = slugsOf(payload)
  const { customer, day, dayKey, license, partner } = report
  const held = [{ license: { equals: license } }, ...holdersOf(report)]
  const from = `${day}T00:00:00.000Z`
  const until = new Date(Date.parse(from) + DAY_MS).toISOString()
  const { docs } = await payload.db.find<Figures>({
    collection: slugs.usageReports,
    where: {
      and: [
        ...held,
        { reportedAt: { greater_than_equal: from } },
        { reportedAt: { less_than: until } },
      ],
    },
    select: { workspaces: true, users: true },
    limit: 0,
    pagination: false,
  })
  const rollup = {
    workspaces: docs.reduce((peak, { workspaces }) => Math.max(peak, workspaces), 0),
    users: docs.reduce((peak, { users }) => Math.max(peak, users), 0),
    reports: docs.length,
  }
  const collection = slugs.usageDays
  const own: Where = { and: [...held, { day: { equals: day } }] }
  const raise = () =>
    payload.db.updateOne({
      collection,
      where: { and: [own, { reports: { less_than: rollup.reports } }] },
      data: rollup,
      options: { atomic: true },
    })
  if (await raise()) return
  try {
    if (!(await exists(payload, collection, own))) {
      const data = { ...rollup, day, dayKey, license, customer, partner }
      await payload.db.create({ collection, data })
      return
    }
  } catch (error) {
    if (!(await exists(payload, collection, own))) throw error
  }
  // Somebody else made the day meanwhile, maybe of fewer reports.
  await raise()
}

const DAY_MS = 86_400_000

/** What others reported of the license, before or after, is no part of it. */
const holdersOf = ({ customer, partner }: UsageReport): Where[] =>
  Object.entries({ customer, partner }).map(([holder, id]) => ({
    [holder]: id === null ? { exists: false } : { equals: id },
  }))

const exists = async (
  payload: PayloadRequest['payload'],
  collection: 'usage-days',
  where: Where,
): Promise<boolean> => (await payload.db.count({ collection, where })).totalDocs > 0

const setLatest = async (
  { payload }: PayloadRequest,
  { license, reportedAt, users, workspaces }: UsageReport,
): Promise<void> => {
  const older: Where[] = [
    { 'usage.reportedAt': { exists: false } },
    { 'usage.reportedAt': { less_than: reportedAt } },
  ]
  await payload.db.updateOne({
    collection: slugsOf(payload).licenses,
    where: { and: [{ id: { equals: license } }, { or: older }] },
    data: { usage: { workspaces, users, reportedAt }, revision: { $inc: 1 } },
    options: { atomic: true },
  })
}

/** A usage report with what its license lends it; instants as ISO strings in UTC. */
export type UsageReport = {
  license: number | string
  customer: null | number | string
  partner: null | number | string
  workspaces: number
  users: number
  reportedAt: string
  /** `2026-11-21` */
  day: string
  reportKey: string
  dayKey: string
}
