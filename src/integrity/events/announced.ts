import type { DeploymentAction } from '../../domain/deployments/deploymentMachine'
import type { EventType } from '../../domain/events/eventTypes'
import type { LicenseMove } from '../../domain/licenses/licenseMachine'
import type { OrderAction } from '../../domain/orders/orderMachine'
import type { PurchaseType } from '../../domain/purchases/purchases'
import type { Event } from '../../payload-types'
import type { SlugKey } from '../../slugs'
import { groupBy, read, type Inspect, type Remark } from '../audit'
import { entriesOf, type Entry } from '../changeLog/entriesOf'

type Announced = Extract<SlugKey, 'deployments' | 'licenses' | 'orders'>
type Logged = DeploymentAction | LicenseMove | OrderAction | PurchaseType | 'reversal'
type Events = Partial<Record<Logged, EventType>>

/** The event that each logged action must have left; said here anew, as it is audited. */
const eventsOf: Record<Announced, Events> = {
  orders: {
    submit: 'order.submitted',
    approve: 'order.approved',
    reject: 'order.rejected',
    return: 'order.returned',
    pay: 'order.paid',
    complete: 'order.completed',
    cancel: 'order.cancelled',
  },
  licenses: {
    deploy: 'license.deployed',
    use: 'license.used',
    renew: 'license.renewed',
    renewal: 'license.renewed',
    expansion: 'license.expanded',
    upgrade: 'license.upgraded',
    reversal: 'license.reversed',
    expire: 'license.expired',
    suspend: 'license.suspended',
    resume: 'license.resumed',
    terminate: 'license.terminated',
  },
  // One that is scheduled is announced for its engineer: how often that was, its log does not say.
  deployments: {
    complete: 'deployment.completed',
    fail: 'deployment.failed',
    cancel: 'deployment.cancelled',
  },
}

const typeOf = (of: Announced, { action, changes }: Entry): EventType | undefined =>
  of === 'orders' && action === 'create' && changes?.state?.to === 'pending_review'
    ? 'order.submitted'
    : eventsOf[of][action as Logged]

/** Whatever was done with a document has its event, once for each time. */
export const isAnnounced =
  (of: Announced): Inspect =>
  async (audit, docs) => {
    const where = { documentId: { in: docs.map(({ id }) => String(id)) } }
    const kept = (await read(audit, 'events', where)) as unknown as Event[]
    const own = kept.filter(({ subject }) => subject === audit.slugs[of])
    const events = groupBy(own, ({ documentId }) => documentId)
    const logged = await entriesOf(audit, of, docs)
    return docs.flatMap(({ id }): Remark[] => {
      const done = (logged.get(String(id)) ?? []).map((entry) => typeOf(of, entry))
      const told = (events.get(String(id)) ?? []).map(({ type }) => type)
      return faultsOf(of, done, told).map((message) => ({ id, message }))
    })
  }

const faultsOf = (of: Announced, done: unknown[], told: unknown[]): string[] => {
  const times = (list: unknown[], type: string) => list.filter((one) => one === type).length
  return [...new Set(Object.values(eventsOf[of]))]
    .filter((type) => times(done, type) !== times(told, type))
    .map(
      (type) => `${type} happened ${times(done, type)} times and has ${times(told, type)} events.`,
    )
}
