import { alertPhrase, type SaidAlert } from '../alerts/alertPhrase'
import { isPast } from '../licenses/licenseMachine'
import type { Id } from '../idOf'
import { changeEvents, type LoggedChange } from './timelineChanges'
import { deploymentEvents, type TimelineDeployment } from './timelineDeployments'
import { purchaseEvents, type TimelinePurchase } from './timelinePurchases'
import { timelineKinds, type TimelineEvent } from './timelineView'
import { timelineEventOf, iso, type Instant } from './timelineEventOf'
import { usageEvents } from './timelineUsage'
import type { UsageDay } from '../usage/usagePeaks'

/** What is known of a license, without what the reader may not see; each list the earliest first. */
export type LicenseHistory = {
  license: { createdAt: Instant; expiresAt?: Instant | null }
  order: null | { id: Id; orderNumber: string; orderDate: Instant }
  purchases: TimelinePurchase[]
  /** Product names, by ID. */
  products: Map<Id, string>
  deployments: TimelineDeployment[]
  usageDays: UsageDay[]
  firstReportAt: Instant | null
  alerts: (SaidAlert & { id: Id; raisedAt: Instant })[]
  changes: LoggedChange[]
}

/** Everything that happened to a license, and its expiry, in order. */
export const licenseTimeline = (history: LicenseHistory, now: Date): TimelineEvent[] => {
  const { alerts, changes, deployments, license, order, purchases } = history
  const events = [
    ...(order ? [ordered(order)] : []),
    timelineEventOf('created', 'created', license.createdAt),
    ...purchaseEvents(purchases, history.products),
    ...deployments.flatMap(deploymentEvents),
    ...usageEvents(history.usageDays, history.firstReportAt, purchases),
    ...changeEvents(changes),
    ...alerts.map(alertEvent),
    ...expiryEvents(license.expiresAt, purchases, now),
  ]
  const rank = ({ kind }: TimelineEvent) => timelineKinds.indexOf(kind)
  return events.sort((a, b) => (a.at === b.at ? rank(a) - rank(b) : a.at < b.at ? -1 : 1))
}

const ordered = ({ id, orderDate, orderNumber }: NonNullable<LicenseHistory['order']>) =>
  timelineEventOf('ordered', 'ordered', orderDate, {
    params: { orderNumber },
    ref: { resource: 'orders', id: String(id) },
  })

/** The alert in words, and what the words are made of, for those who say it in another language. */
const alertEvent = ({ id, raisedAt, ...alert }: LicenseHistory['alerts'][number]) => {
  const known = { ...alert.figures, kind: alert.kind, thresholdDays: alert.thresholdDays ?? '' }
  const params = Object.entries(known).map(([name, value]) => [name, String(value)])
  return timelineEventOf('alert', 'alert', raisedAt, {
    params: { alert: alertPhrase(alert, 'en'), ...Object.fromEntries(params) },
    ref: { resource: 'alerts', id: String(id) },
  })
}

/** The expiry as it is now, and each one that a late renewal came after. */
const expiryEvents = (
  expiresAt: Instant | null | undefined,
  purchases: TimelinePurchase[],
  now: Date,
): TimelineEvent[] => {
  const lapses = purchases.flatMap(({ expiresBefore, purchasedAt, reverses, type }) =>
    type === 'renewal' && !reverses && expiresBefore && expiresBefore <= purchasedAt
      ? [iso(expiresBefore)]
      : [],
  )
  const ends = [...new Set([...lapses, ...(expiresAt ? [iso(expiresAt)] : [])])]
  return ends.map((at) =>
    timelineEventOf('expiry', isPast(at, now) ? 'expiry.past' : 'expiry.ahead', at),
  )
}
