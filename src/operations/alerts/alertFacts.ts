import type { PayloadRequest } from 'payload'

import { channelOf, slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { alertRuleOf, type AlertFacts, type AlertKind } from '../../domain/alerts/alertRules'
import { daysBefore } from '../../domain/time/daysBefore'
import { idOf, type Id } from '../../domain/idOf'
import { YEAR_AGO } from '../../domain/usage/irregularExcuses'
import { dayOf, mergeDays } from '../../domain/usage/usage'
import type { Alert, License, Product, UsageDay } from '../../payload-types'
import { usagePeaksOf } from '../usage/usagePeaksOf'

export type FactsOf = (license: License) => AlertFacts
export type Products = Map<Id, Product>

/** A license that has been silent for longer has no newest day worth judging. */
export const JUDGED_WITHIN_DAYS = 7

export const readProducts = async (req: PayloadRequest): Promise<Products> => {
  const all = await readRows<Product>(req, slugsOf(req.payload).products, {})
  return new Map(all.map((product) => [product.id, product]))
}

/** What the rule of a kind has to know of each of some licenses, read as the system. */
export const factsFor = async (
  req: PayloadRequest,
  kind: AlertKind,
  licenses: License[],
  products: Products,
  now: Date,
): Promise<FactsOf> => {
  const { alerts: settings } = channelOf(req.payload).options
  const ids = licenses.map(({ id }) => id)
  const resolved = alertRuleOf(kind).counted ? await resolvedOf(req, kind, ids) : new Map()
  const days = kind === 'irregular_usage' ? await daysOf(req, ids, now) : new Map()
  const peaks = kind.startsWith('over_') ? await usagePeaksOf(req, ids, now) : new Map()
  return ({ id, product }) => ({
    settings,
    peaks: peaks.get(id),
    product: products.get(idOf(product) as Id),
    resolved: { [kind]: resolved.get(id) ?? 0 },
    days: days.get(id) ?? [],
  })
}

const resolvedOf = async (
  req: PayloadRequest,
  kind: AlertKind,
  ids: Id[],
): Promise<Map<Id, number>> => {
  const counts = new Map<Id, number>()
  const where = { license: { in: ids }, kind: { equals: kind }, state: { equals: 'resolved' } }
  for (const alert of await readRows<Alert>(req, slugsOf(req.payload).alerts, where)) {
    const license = idOf(alert.license) as Id
    counts.set(license, (counts.get(license) ?? 0) + 1)
  }
  return counts
}

/** Whole days only, the newest first: today's use may still grow. Of a year ago some as well. */
const daysOf = async (req: PayloadRequest, ids: Id[], now: Date): Promise<Map<Id, UsageDay[]>> => {
  const { irregularWindowDays } = channelOf(req.payload).options.alerts
  const read = (from: number, to: number) =>
    readRows<UsageDay>(req, slugsOf(req.payload).usageDays, {
      license: { in: ids },
      day: {
        less_than: dayOf(daysBefore(now, to)),
        greater_than_equal: dayOf(daysBefore(now, from)),
      },
    })
  const byLicense = new Map<Id, UsageDay[]>()
  const found = [
    ...(await read(irregularWindowDays + JUDGED_WITHIN_DAYS, 0)),
    ...(await read(YEAR_AGO.from + JUDGED_WITHIN_DAYS, YEAR_AGO.to)),
  ]
  for (const day of found) {
    const license = idOf(day.license) as Id
    byLicense.set(license, [...(byLicense.get(license) ?? []), day])
  }
  for (const [license, days] of byLicense)
    byLicense.set(license, windowOf(days, irregularWindowDays, now))
  return byLicense
}

/** The newest day, if new enough to be judged, those of the window before it and of a year ago. */
const windowOf = (days: UsageDay[], window: number, now: Date): UsageDay[] => {
  const sorted = mergeDays(days).sort((a, b) => (a.day < b.day ? 1 : -1))
  const [newest] = sorted
  if (!newest || newest.day < dayOf(daysBefore(now, JUDGED_WITHIN_DAYS))) return []
  const [first, yearAgo] = [window, YEAR_AGO.to].map((days) =>
    dayOf(daysBefore(new Date(newest.day), days)),
  ) as [string, string]
  return sorted.filter(({ day }) => day >= first || day <= yearAgo)
}
