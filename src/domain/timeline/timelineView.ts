import { z } from 'zod'

/** The kinds of events; of two at the same instant the first one here comes first. */
export const timelineKinds = [
  'ordered',
  'created',
  'purchase',
  'deployment',
  'usage',
  'state',
  'change',
  'alert',
  'expiry',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** The title of each event in English; the key is for those who say it in another language. */
export const timelineTexts = {
  ordered: 'Ordered as {orderNumber}',
  created: 'License created',
  'purchase.new': 'Bought: {product}',
  'purchase.renewal': 'Renewed, years: {years}',
  'purchase.expansion': 'Expanded',
  'purchase.upgrade': 'Upgraded to {product}',
  'purchase.reversed': 'Undone: {type}',
  'deployment.scheduled': 'Deployment scheduled: {environment}',
  'deployment.started': 'Deployment started: {environment}',
  'deployment.completed': 'Deployment completed: {environment}',
  'deployment.failed': 'Deployment failed: {environment}',
  'deployment.cancelled': 'Deployment canceled: {environment}',
  'usage.first': 'First usage report',
  'usage.peak': 'Peak usage of {month}',
  'state.created': 'Created',
  'state.deployed': 'Deployed',
  'state.in_use': 'In use',
  'state.renewed': 'Renewed',
  'state.expired': 'Expired',
  'state.suspended': 'Suspended',
  'state.terminated': 'Terminated',
  change: 'Changed: {fields}',
  alert: 'Alert: {alert}',
  'expiry.ahead': 'Expires',
  'expiry.past': 'Reached its expiry',
} as const satisfies Record<string, string>
export type TimelineText = keyof typeof timelineTexts

const count = z.number().int()
const limits = z.object({ workspaces: count, users: count })
const instant = z.iso.datetime()

/** What an event says in numbers; what it has none of is `null`. */
const timelineFigures = z.object({
  limits: z
    .object({ before: limits.nullable(), after: limits })
    .nullable()
    .describe('Of a purchase: what it changed; of usage: the limits of that day.'),
  expiresAt: z
    .object({ before: instant.nullable(), after: instant.nullable() })
    .nullable()
    .describe('null = never.'),
  usage: limits.nullable(),
  shareBps: z
    .object({ workspaces: count.nullable(), users: count.nullable() })
    .nullable()
    .describe('Basis points of the limits; null where the limit is zero.'),
  amount: count.nullable().describe('Minor units; null also for who may not see it.'),
  currency: z.string().nullable(),
  changes: z
    .record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown().optional() }))
    .nullable(),
})
timelineFigures.register(z.globalRegistry, { title: 'TimelineFigures' })
export type TimelineFigures = z.output<typeof timelineFigures>

export const timelineEvent = z.object({
  at: instant,
  kind: z.enum(timelineKinds),
  title: z.string(),
  text: z.enum(Object.keys(timelineTexts) as [TimelineText, ...TimelineText[]]),
  params: z.record(z.string(), z.string()).describe('What stands in the title.'),
  figures: timelineFigures,
  note: z.string().nullable().describe('A reason or a remark, as it was written.'),
  ref: z
    .object({ resource: z.enum(['orders', 'purchases', 'deployments', 'alerts']), id: z.string() })
    .nullable(),
})
timelineEvent.register(z.globalRegistry, { title: 'TimelineEvent' })
export type TimelineEvent = z.output<typeof timelineEvent>
