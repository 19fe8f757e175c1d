import type { Where } from 'payload'

import { idOf, type Id } from '../../domain/idOf'
import {
  dayKeyOf,
  dayOf,
  reportKeyOf,
  TOLERANCE_MINUTES,
  type UsageOwners,
} from '../../domain/usage/usage'
import type { License, UsageDay, UsageReport } from '../../payload-types'
import { groupBy, present, read, type Audit, type Inspect, type Remark } from '../audit'

const DAY_MS = 86_400_000

const licenseOf = ({ license }: Pick<UsageDay | UsageReport, 'license'>): Id => idOf(license) as Id

const ownersOf = (doc: UsageDay | UsageReport): UsageOwners => ({
  license: licenseOf(doc),
  customer: idOf(doc.customer),
  partner: idOf(doc.partner),
})

const dayKeyOfReport = (report: UsageReport): string =>
  dayKeyOf(ownersOf(report), dayOf(new Date(report.reportedAt)))

/** By whose it is: keys of before holders had days of their own are others. */
const dayKeyOfDay = (day: UsageDay): string => dayKeyOf(ownersOf(day), day.day)

/**
 * A day has the peaks and the number of its reports. Days that came without their reports, as those
 * of an import do, have more; never less.
 */
export const dayAddsUp: Inspect = async (audit, docs) => {
  const remarks: Remark[] = []
  for (const days of groupsOf(docs as unknown as UsageDay[])) {
    const reports = groupBy(await reportsOf(audit, days), dayKeyOfReport)
    for (const day of days)
      for (const message of faultsOf(day, reports.get(dayKeyOfDay(day)) ?? []))
        remarks.push({ id: day.id, message })
  }
  return remarks
}

/** Days whose reports one query finds without many others: of one license, or one day of many. */
const groupsOf = (days: UsageDay[]): UsageDay[][] => {
  const byLicense = groupBy(days, (day) => String(licenseOf(day)))
  const byDay = groupBy(days, ({ day }) => day)
  return [...(byLicense.size <= byDay.size ? byLicense : byDay).values()]
}

const reportsOf = async (audit: Audit, days: UsageDay[]): Promise<UsageReport[]> => {
  const sorted = days.map(({ day }) => day).sort()
  const end = new Date(Date.parse(sorted.at(-1) as string) + DAY_MS)
  const where: Where = {
    and: [
      { license: { in: present(days.map(licenseOf)) } },
      { reportedAt: { greater_than_equal: `${sorted[0]}T00:00:00.000Z` } },
      { reportedAt: { less_than: end.toISOString() } },
    ],
  }
  return reportsWhere(audit, where)
}

const reportsWhere = async (audit: Audit, where: Where): Promise<UsageReport[]> =>
  (await read(audit, 'usageReports', where)) as unknown as UsageReport[]

const faultsOf = (day: UsageDay, reports: UsageReport[]): string[] => {
  const fault = (field: string, is: number, of: number) =>
    `${field} is ${is}; its reports make ${of}.`
  if (day.reports < reports.length) return [fault('reports', day.reports, reports.length)]
  if (reports.length === 0) return []
  const isWhole = day.reports === reports.length
  return (['workspaces', 'users'] as const).flatMap((field) => {
    const peak = reports.reduce((most, report) => Math.max(most, report[field]), 0)
    const fits = isWhole ? day[field] === peak : day[field] >= peak
    return fits ? [] : [fault(field, day[field], peak)]
  })
}

const NO_DAY =
  'Its day is not there for whom it belongs to: add a row with the peaks of their reports of that day.'

/** Every report counts: its holder's day is there, and its license's latest usage is not older than it. */
export const isCountedIn: Inspect = async (audit, docs) => {
  const reports = docs as unknown as UsageReport[]
  const days = await read(audit, 'usageDays', {
    and: [
      { license: { in: present(reports.map(licenseOf)) } },
      { day: { in: present(reports.map(({ reportedAt }) => dayOf(new Date(reportedAt)))) } },
    ],
  })
  const known = new Set((days as unknown as UsageDay[]).map(dayKeyOfDay))
  const where = { id: { in: present(reports.map(licenseOf)) } }
  const licenses = (await read(audit, 'licenses', where)) as unknown as License[]
  const latest = new Map(licenses.map(({ id, usage }) => [String(id), timeOf(usage?.reportedAt)]))
  return reports.flatMap((report): Remark[] => {
    const last = latest.get(String(licenseOf(report))) ?? Infinity
    const faults: [string, boolean][] = [
      [NO_DAY, !known.has(dayKeyOfReport(report))],
      ["Its license's latest usage is older.", last < timeOf(report.reportedAt)],
    ]
    return faults.filter(([, is]) => is).map(([message]) => ({ id: report.id, message }))
  })
}

/** Nobody uses a license before it starts: such reports were taken once, when they named no instant. */
export const isOfLicensedTime: Inspect = async (audit, docs) => {
  const reports = docs as unknown as UsageReport[]
  const where = { id: { in: present(reports.map(licenseOf)) } }
  const licenses = (await read(audit, 'licenses', where)) as unknown as License[]
  const starts = new Map(licenses.map(({ id, startsAt }) => [String(id), timeOf(startsAt)]))
  return reports.flatMap(({ id, license, reportedAt }): Remark[] => {
    const start = starts.get(String(idOf(license))) ?? 0
    if (timeOf(reportedAt) >= start - TOLERANCE_MINUTES * 60_000) return []
    const from = new Date(start).toISOString()
    const message = `The license starts at ${from} only: set its start right, or leave the report, which alerts no longer look at once its day is over.`
    return [{ id, message }]
  })
}

const timeOf = (instant: null | string | undefined): number => (instant ? Date.parse(instant) : 0)

/** A license's latest usage is what a report said; a copy of a license once had its original's. */
export const usageIsReported: Inspect = async (audit, docs) => {
  const licenses = (docs as unknown as License[]).filter(({ usage }) => usage?.reportedAt)
  if (licenses.length === 0) return []
  const reports = await reportsWhere(audit, { reportKey: { in: licenses.map(latestKeyOf) } })
  const byKey = new Map(reports.map((report) => [report.reportKey, report]))
  const suspects = licenses.filter((license) => !says(byKey.get(latestKeyOf(license)), license))
  if (suspects.length === 0) return []
  const instants = present(suspects.map(({ usage }) => usage?.reportedAt))
  const others = await reportsWhere(audit, { reportedAt: { in: instants } })
  return suspects.map((license): Remark => {
    const other = others.find((report) => says(report, license))
    const { reportedAt, users, workspaces } = license.usage ?? {}
    const message = other
      ? `Its latest usage is that of license ${licenseOf(other)}, as a copy had it: empty it.`
      : `No report of ${reportedAt} gave ${workspaces} and ${users}: set it to its last report's, or empty it.`
    return { id: license.id, message }
  })
}

const says = (report: undefined | UsageReport, { usage }: License): boolean =>
  report !== undefined &&
  timeOf(report.reportedAt) === timeOf(usage?.reportedAt) &&
  report.users === usage?.users &&
  report.workspaces === usage?.workspaces

const latestKeyOf = ({ id, usage }: License): string =>
  reportKeyOf(id, new Date(usage?.reportedAt as string))
