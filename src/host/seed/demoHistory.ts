import type { LicenseType } from '../../domain/products/licenseTypes'
import { demoCustomers } from './demoCatalog'
import { seededRandom } from './seededRandom'

/** How a license's users come and go over its life; the anomalies are there to be found. */
export const usageShapes = [
  'growing',
  'outgrown',
  'steady',
  'seasonal',
  'shrinking',
  'spike',
  'silent',
] as const
export type UsageShape = (typeof usageShapes)[number]

/** What became of one order line of the demo company, and of the licenses that it brought. */
export type DemoStory = {
  key: string
  partner: keyof typeof demoCustomers
  customer: string
  sku: string
  licenseType: LicenseType
  quantity: number
  durationYears: number
  /** Days before the present day. */
  orderedDaysAgo: number
  /** Days from the order to the decision. */
  decidedAfter: number
  /** Days from the decision until it runs at the customer; `null` = not yet. */
  deployedAfter: null | number
  /** Days after the expiry at which each license is renewed; below zero = before; `null` = never. */
  renewedAfter: null | number
  /** Days after the order at which the customer wanted more, or something bigger. */
  expandedAfter: null | number
  upgradedAfter: null | number
  /** How the first license of the line is used; the others are in steady use. */
  usage: UsageShape
  /** What was done with its first license some days ago. */
  stopped: 'nothing' | 'suspend' | 'terminate'
}

const DAYS = 1_095
const STORIES = 88

/** Share of the orders, license type, units and years of each product. */
const mix = [
  { share: 0.2, sku: 'ENT-SUITE', licenseType: 'subscription', units: 3, years: 3 },
  { share: 0.04, sku: 'ENT-SUITE', licenseType: 'perpetual', units: 2, years: 1 },
  { share: 0.36, sku: 'PRO-TEAM', licenseType: 'subscription', units: 6, years: 2 },
  { share: 0.05, sku: 'PRO-TEAM', licenseType: 'trial', units: 1, years: 1 },
  { share: 0.13, sku: 'PRO-SOLO', licenseType: 'subscription', units: 8, years: 1 },
  { share: 0.12, sku: 'ADD-BACKUP', licenseType: 'subscription', units: 4, years: 1 },
  { share: 0.1, sku: 'ADD-INSIGHT', licenseType: 'subscription', units: 3, years: 1 },
] as const

const shares: Record<UsageShape, number> = {
  growing: 0.34,
  outgrown: 0.04,
  steady: 0.28,
  seasonal: 0.14,
  shrinking: 0.1,
  spike: 0.05,
  silent: 0.05,
}

/** The demo company's past three years, told from the first order on. */
export const demoHistory = (): DemoStory[] => {
  const random = seededRandom(20_260_401)
  return Array.from({ length: STORIES }, (_, index) => story(random, index))
}

const story = (random: () => number, index: number): DemoStory => {
  const partner = pick(random, { 'Northwind Traders': 0.46, Contoso: 0.33, Fabrikam: 0.21 })
  const customers = demoCustomers[partner]
  const { licenseType, sku, units, years } =
    mix[
      chosen(
        random,
        mix.map(({ share }) => share),
      )
    ]!
  // A growing company: the later, the more orders.
  const orderedDaysAgo = Math.round(DAYS * (1 - Math.sqrt((index + random()) / STORIES)))
  const maybe = (share: number, days: number) =>
    random() < share ? Math.round(days * (0.5 + random())) : null
  return {
    key: `demo-history-${index}`,
    partner,
    customer: customers[Math.floor(random() ** 1.5 * customers.length)] as string,
    sku,
    licenseType,
    quantity: 1 + Math.floor(random() * units),
    durationYears: 1 + Math.floor(random() * years),
    orderedDaysAgo,
    decidedAfter: Math.floor(random() * 5),
    deployedAfter: maybe(0.94, 14),
    renewedAfter: random() < 0.72 ? Math.round(random() * 40 - 30) : null,
    expandedAfter: maybe(0.2, 240),
    upgradedAfter: sku === 'PRO-TEAM' ? maybe(0.35, 200) : null,
    usage: pick(random, shares),
    stopped: pick(random, { suspend: 0.04, terminate: 0.03, nothing: 0.93 }),
  }
}

const chosen = (random: () => number, weights: number[]): number => {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const index = weights.findIndex((weight) => (rest -= weight) < 0)
  return index === -1 ? weights.length - 1 : index
}

const pick = <K extends string>(random: () => number, weights: Record<K, number>): K => {
  const keys = Object.keys(weights) as K[]
  return keys[chosen(random, Object.values<number>(weights))] as K
}
