import { parseAlertDays } from '../products/alertDays'
import { DAY_MS } from '../time/daysBefore'
import { idOf, type Id } from '../idOf'
import { irregularUsage, type DayOfUsage } from '../usage/irregularUsage'
import type { UsageSettings } from '../usage/usageSettings'
import type { LicenseState } from '../licenses/licenseMachine'
import { isOver, type OveragePolicy } from '../licenses/overage'

export const alertKinds = [
  'expiring',
  'expired',
  'over_workspaces',
  'over_users',
  'inactive',
  'irregular_usage',
] as const
export type AlertKind = (typeof alertKinds)[number]
export type Severity = 'critical' | 'info' | 'warning'

/** What is looked at of a license; instants as ISO strings in UTC. */
export type WatchedLicense = {
  id: Id
  licenseId?: null | string
  state: LicenseState
  product: Id | { id: Id }
  expiresAt?: null | string
  deployedAt?: null | string
  limits: { workspaces: number; users: number }
  usage?: {
    workspaces?: null | number
    users?: null | number
    reportedAt?: null | string
  } | null
}

export type AlertSettings = UsageSettings & {
  /** Days before the expiry. */
  expiryDays: number[]
  inactiveDays: number
}

/** What a rule has to know beside the license. */
export type AlertFacts = {
  settings: AlertSettings
  product?: { expiryAlertDays?: null | string; overagePolicy?: null | OveragePolicy }
  /** How many alerts of its kind the license has had that are resolved. */
  resolved?: Partial<Record<AlertKind, number>>
  /** The most that was used since yesterday, and on which day. */
  peaks?: Record<'users' | 'workspaces', { used: number; day: string }>
  /** The license's last whole days, the newest first. */
  days?: DayOfUsage[]
}

/** Why an alert is raised; `key` is the same for as long as the cause is, and when it comes back. */
export type Cause = {
  key: string
  severity: Severity
  figures: Record<string, unknown>
  thresholdDays?: number
}

type AlertRule = {
  kind: AlertKind
  /** Each time is an alert of its own, by its key; of the other kinds, the same one opens again. */
  counted?: true
  /** In which states of a license there can be such a cause. */
  states: LicenseState[]
  cause: (license: WatchedLicense, facts: AlertFacts, now: Date) => Cause | null
}

const valid: LicenseState[] = ['created', 'deployed', 'in_use', 'renewed']
const running: LicenseState[] = ['deployed', 'in_use', 'renewed']

/** Within so many days of its expiry a license needs somebody now. */
const URGENT_DAYS = 30

/** The thresholds that count for a product: its own, or those for all. */
const expiryDaysOf = (
  product: AlertFacts['product'],
  { expiryDays }: Pick<AlertSettings, 'expiryDays'>,
): number[] => {
  const own = parseAlertDays(product?.expiryAlertDays)
  return own.length > 0 ? own : expiryDays
}

/** How pressing a threshold is. */
const expiringCause = (days: number): Omit<Cause, 'figures' | 'key'> => ({
  severity: days <= URGENT_DAYS ? 'warning' : 'info',
  thresholdDays: days,
})

const expiredCause: Omit<Cause, 'figures' | 'key'> = { severity: 'critical' }

/** Only the nearest threshold counts: what was missed in between is no news any more. */
const expiring: AlertRule['cause'] = ({ expiresAt }, { product, settings }, now) => {
  if (!expiresAt) return null
  const left = Date.parse(expiresAt) - now.getTime()
  const reached = expiryDaysOf(product, settings).filter((days) => left <= days * DAY_MS)
  if (left <= 0 || reached.length === 0) return null
  const days = Math.min(...reached)
  return { ...expiringCause(days), key: `${days}:${expiresAt}`, figures: { expiresAt } }
}

const expired: AlertRule['cause'] = ({ expiresAt }, _facts, now) =>
  expiresAt && Date.parse(expiresAt) <= now.getTime()
    ? { ...expiredCause, key: expiresAt, figures: { expiresAt } }
    : null

/** What happens again after its alert was resolved is another cause: the key counts the times. */
const timeOf = ({ resolved }: AlertFacts, kind: AlertKind): string =>
  String((resolved?.[kind] ?? 0) + 1)

/** What is used by now, or was at the day's peak: who uses too much for an hour uses too much. */
const over =
  (metric: 'users' | 'workspaces'): AlertRule['cause'] =>
  ({ limits, usage }, facts) => {
    const [latest, peak] = [usage?.[metric], facts.peaks?.[metric]]
    const isPast = peak !== undefined && peak.used > (latest ?? 0)
    const used = isPast ? peak.used : latest
    if (typeof used !== 'number' || !isOver(used, limits[metric], facts.product?.overagePolicy))
      return null
    return {
      key: timeOf(facts, `over_${metric}`),
      severity: 'critical',
      figures: {
        used,
        limit: limits[metric],
        reportedAt: usage?.reportedAt ?? null,
        ...(isPast && { day: peak.day }),
      },
    }
  }

/** Counted from the last sign of life; a license that was never deployed has nothing to report. */
const inactive: AlertRule['cause'] = ({ deployedAt, usage }, { settings }, now) => {
  const [last] = [usage?.reportedAt, deployedAt].filter(Boolean).sort().reverse()
  if (!last || now.getTime() - Date.parse(last) < settings.inactiveDays * DAY_MS) return null
  const figures = {
    lastReportAt: usage?.reportedAt ?? null,
    deployedAt: deployedAt ?? null,
    inactiveDays: settings.inactiveDays,
  }
  return {
    key: last.slice(0, 10),
    severity: 'warning',
    figures,
  }
}

/** The newest whole day against those before it; a change that lasts is one cause. */
const irregular: AlertRule['cause'] = (_license, facts) => {
  const [day, ...history] = facts.days ?? []
  const figures = day && irregularUsage(day, history, facts.settings)
  if (!figures) return null
  return {
    key: timeOf(facts, 'irregular_usage'),
    severity: 'warning',
    figures,
  }
}

/** A new kind of alert is a row here. */
export const alertRules: AlertRule[] = [
  { kind: 'expiring', states: valid, cause: expiring },
  { kind: 'expired', states: ['expired'], cause: expired },
  { kind: 'over_workspaces', counted: true, states: running, cause: over('workspaces') },
  { kind: 'over_users', counted: true, states: running, cause: over('users') },
  { kind: 'inactive', states: running, cause: inactive },
  { kind: 'irregular_usage', counted: true, states: running, cause: irregular },
]

export const alertRuleOf = (kind: AlertKind): AlertRule =>
  alertRules.find((rule) => rule.kind === kind) as AlertRule

/** The cause that a license has for an alert of a kind, or `null`. */
export const causeOf = (
  kind: AlertKind,
  license: WatchedLicense,
  facts: AlertFacts,
  now: Date,
): Cause | null => {
  const { cause, states } = alertRuleOf(kind)
  return states.includes(license.state) ? cause(license, facts, now) : null
}

/** Unique for each cause of each license; an alert is raised once for it. */
export const alertKeyOf = (license: { id: Id }, kind: AlertKind, key: string): string =>
  `${license.id}:${kind}:${key}`

/**
 * Whether an alert has lost its cause. A day's irregular use is past at once: it is over when a
 * later day is ordinary again, or its level has become what is ordinary.
 */
export const hasEnded = (
  alert: { kind: AlertKind; alertKey: string; figures?: unknown },
  license: WatchedLicense,
  facts: AlertFacts,
  now: Date,
): boolean => {
  const cause = causeOf(alert.kind, license, facts, now)
  if (alert.kind !== 'irregular_usage')
    return !cause || alertKeyOf(license, alert.kind, cause.key) !== alert.alertKey
  if (!alertRuleOf(alert.kind).states.includes(license.state)) return true
  const [newest] = facts.days ?? []
  const { day } = alert.figures as { day: string }
  return newest !== undefined && newest.day > day && !cause
}

/** A stretch of expiry dates for which the same alert is due: `from` < expiry ≤ `to`. */
export type ExpiryBand = Omit<Cause, 'figures' | 'key'> & {
  kind: 'expired' | 'expiring'
  states: LicenseState[]
  /** The key but for the expiry that follows it. */
  keyStart: string
  from: Date
  to: Date
  /** Which products it is for. */
  products: { only: Id[] } | { not: Id[] }
}

type Product = NonNullable<AlertFacts['product']> & { id: Id }

/** The rules on the expiry as stretches of time, for one statement each over all licenses. */
export const expiryBands = (
  products: Product[],
  settings: AlertSettings,
  now: Date,
): ExpiryBand[] => {
  const own = products.filter(({ expiryAlertDays }) => parseAlertDays(expiryAlertDays).length > 0)
  const all = {
    expiryAlertDays: null,
    products: { not: own.map((product) => idOf(product) as Id) },
  }
  const each = own.map((product) => ({ ...product, products: { only: [product.id] } }))
  const gone: ExpiryBand = {
    ...expiredCause,
    kind: 'expired',
    states: alertRuleOf('expired').states,
    keyStart: '',
    from: new Date(0),
    to: now,
    products: { not: [] },
  }
  return [...[all, ...each].flatMap((one) => bandsOf(one, settings, now)), gone]
}

const bandsOf = (
  product: Pick<Product, 'expiryAlertDays'> & Pick<ExpiryBand, 'products'>,
  settings: AlertSettings,
  now: Date,
): ExpiryBand[] => {
  const ascending = [...new Set(expiryDaysOf(product, settings))].sort((a, b) => a - b)
  const after = (days: number) => new Date(now.getTime() + days * DAY_MS)
  return ascending.map((days, index) => ({
    ...expiringCause(days),
    kind: 'expiring',
    states: alertRuleOf('expiring').states,
    keyStart: `${days}:`,
    from: after(ascending[index - 1] ?? 0),
    to: after(days),
    products: product.products,
  }))
}
