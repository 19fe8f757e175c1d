import type { Json } from '../support/fixtures'
import type { Id } from './auditScene'
import type { LifecycleScene } from './auditLifecycleScene'

/** What it is, the checks that must find it and no other, how it comes about; returns where. */
type Fault = [name: string, found: string[], plant: (scene: LifecycleScene) => Promise<Id>]

type Pick = (scene: LifecycleScene) => Json

const changed =
  (collection: string, pick: Pick, data: (doc: Json) => Record<string, unknown>) =>
  async (scene: LifecycleScene): Promise<Id> => {
    const doc = pick(scene)
    await scene.db.change(collection, doc.id, data(doc))
    return doc.id
  }

const hoursAgo = () => new Date(Date.now() - 3 * 3_600_000).toISOString()

const license: Pick = (scene) => scene.license
const deployment: Pick = (scene) => scene.deployment
const day: Pick = (scene) => scene.day
const run: Pick = (scene) => scene.run

const withoutPurchase =
  (index: number) =>
  async ({ db, license: { id }, purchases }: LifecycleScene): Promise<Id> => {
    await db.remove('purchases', purchases[index].id)
    return id
  }

const withoutEvent =
  (type: string, pick: Pick) =>
  async (scene: LifecycleScene): Promise<Id> => {
    const { id } = pick(scene)
    const where = { type: { equals: type }, documentId: { equals: String(id) } }
    await scene.db.remove('events', (await scene.db.one('events', where)).id)
    return id
  }

export const licenseLifecycleFaults: Fault[] = [
  [
    'a limit that nobody bought',
    ['license-terms'],
    changed('licenses', license, ({ limits }) => ({ limits: { ...limits, users: 10_000 } })),
  ],
  [
    'a year that nobody bought',
    ['license-terms'],
    changed('licenses', license, () => ({ expiresAt: '2099-01-01T00:00:00.000Z' })),
  ],
  ['a license that lost what it began with', ['license-ledger'], withoutPurchase(0)],
  [
    'a purchase that was taken out of the middle',
    ['license-figures', 'license-ledger', 'license-terms'],
    withoutPurchase(1),
  ],
  [
    'a purchase that says more than it brought',
    ['license-figures'],
    async ({ db, license: { id }, purchases }) => {
      const { id: purchase, usersAfter } = purchases[2]
      await db.change('purchases', purchase, { usersAfter: usersAfter + 1 })
      return id
    },
  ],
  [
    'a purchase that never reached its license',
    ['license-terms', 'purchase-reached'],
    async ({ db, license: { id }, purchases }) => {
      const { id: last } = purchases.at(-1)
      await db.change('licenses', id, { lastPurchase: purchases.length - 1 })
      await db.change('purchases', last, { createdAt: hoursAgo() })
      return last
    },
  ],
  [
    'latest usage that no report gave',
    ['license-usage'],
    changed('licenses', license, ({ usage }) => ({ usage: { ...usage, users: 7_000 } })),
  ],
  [
    'a suspension that nobody was told of',
    ['license-announced'],
    withoutEvent('license.suspended', license),
  ],
  [
    'a purchase that nobody was told of',
    ['license-announced'],
    withoutEvent('license.reversed', license),
  ],
]

export const deploymentFaults: Fault[] = [
  [
    'a license that does not know of its deployment',
    ['deployment-license'],
    async ({ db, deployment: { id }, license: { id: of } }) => {
      await db.change('deployments', id, { finishedAt: hoursAgo() })
      await db.change('licenses', of, { deployedAt: null })
      return id
    },
  ],
  [
    'a state of a deployment that the log does not know',
    ['deployment-state-logged'],
    changed('deployments', deployment, () => ({ state: 'failed' })),
  ],
  [
    'an outcome of a deployment that nobody was told of',
    ['deployment-announced'],
    withoutEvent('deployment.completed', deployment),
  ],
  [
    'an engineer who was not told',
    ['event-told'],
    async ({ db, deployment: { id } }) => {
      const where = { type: { equals: 'deployment.scheduled' }, documentId: { equals: String(id) } }
      const event = await db.one('events', where)
      const notifications = await db.all('notifications', { kind: { equals: event.type } })
      const own = notifications.find(({ key }) => key.startsWith(`${event.id}:`))
      await db.remove('notifications', own.id)
      return event.id
    },
  ],
  [
    'a deployment that the log does not know',
    ['deployment-logged', 'log-whole'],
    async ({ db, deployment: { id } }) => {
      await db.remove('change-logs', (await db.entry(id, 'create')).id)
      return id
    },
  ],
  [
    'a deployment that is gone',
    ['log-document-there'],
    async ({ db, deployment: { id } }) => {
      await db.remove('deployments', id)
      return (await db.entry(id, 'create')).id
    },
  ],
]

export const usageFaults: Fault[] = [
  [
    'use of a license that had not started',
    ['usage-report-licensed'],
    async ({ db, license: { id }, reports }) => {
      const startsAt = new Date(Date.now() + 3_600_000).toISOString()
      await db.change('licenses', id, { startsAt })
      return reports[0].id
    },
  ],
  [
    'a day that was lost',
    ['usage-report-counted'],
    async ({ db, day: { id }, reports }) => {
      await db.remove('usage-days', id)
      return reports.at(-1).id
    },
  ],
  [
    'a report that came after the latest usage',
    ['usage-report-counted'],
    async ({ db, license: { id }, reports }) => {
      const { reportedAt, users, workspaces } = reports[0]
      await db.change('licenses', id, { usage: { reportedAt, users, workspaces } })
      return reports.at(-1).id
    },
  ],
  [
    'a day without the peak of its reports',
    ['usage-day-figures'],
    changed('usage-days', day, ({ users }) => ({ users: users - 1 })),
  ],
  [
    'a peak that no report of the day has',
    ['usage-day-figures'],
    changed('usage-days', day, ({ workspaces }) => ({ workspaces: workspaces + 1 })),
  ],
  [
    'a day that did not count a report',
    ['usage-day-figures'],
    changed('usage-days', day, ({ reports }) => ({ reports: reports - 1 })),
  ],
]

/** By collection: a document of the license that says it is somebody else's. */
export const ownerFaults: Fault[] = (
  [
    ['purchases', 'purchase-owners', ({ purchases }) => purchases[1]],
    ['deployments', 'deployment-owners', deployment],
    ['usage-reports', 'usage-report-owners', ({ reports }) => reports[0]],
    ['usage-days', 'usage-day-owners', day],
    ['alerts', 'alert-owners', ({ alert }) => alert],
  ] satisfies [string, string, Pick][]
).map(([collection, name, pick]) => [
  `one of the ${collection} that belongs to a stranger`,
  // Reports count in the days of whom they belong to.
  collection.startsWith('usage-') ? [name, 'usage-report-counted'].sort() : [name],
  (scene) => changed(collection, pick, () => ({ partner: scene.rival.id }))(scene),
])

export const jobFaults: Fault[] = [
  [
    'a run of a job that waits too long',
    ['run-in-time'],
    changed('job-runs', run, () => ({ state: 'queued', dueAt: hoursAgo() })),
  ],
  [
    'a run of a job that was given up',
    ['run-given-up'],
    changed('job-runs', run, () => ({ state: 'parked' })),
  ],
]

const later = () => new Date(Date.now() + 60_000).toISOString()

const giveAway = ({ give, license, rival }: LifecycleScene): Promise<unknown> =>
  give(license.id, { partner: rival.id })

/** By collection: what came after the license was given away, or waits, and stayed with the old holder. */
export const holderFaults: Fault[] = [
  ...(
    [
      ['purchases', 'purchase-holder', ({ purchases }) => purchases.at(-1)],
      ['usage-reports', 'usage-report-holder', ({ reports }) => reports.at(-1)],
      ['usage-days', 'usage-day-holder', day],
    ] satisfies [string, string, Pick][]
  ).map(([collection, name, pick]): Fault => [
    `one of the ${collection} that those read who had the license before`,
    [name],
    async (scene) => {
      await giveAway(scene)
      return changed(collection, pick, () => ({ createdAt: later() }))(scene)
    },
  ]),
  ...(
    [
      ['deployments', 'deployment-holder', ({ waiting }) => waiting],
      ['alerts', 'alert-holder', ({ alert }) => alert],
    ] satisfies [string, string, Pick][]
  ).map(([collection, name, pick]): Fault => [
    `one of the ${collection} that did not follow the license`,
    [name],
    async (scene) => {
      await giveAway(scene)
      return changed(collection, pick, ({ partner }) => ({ partner }))(scene)
    },
  ]),
  [
    'a day that the new holder’s report was added to, as it was the old one’s',
    ['usage-report-counted'],
    async (scene) => {
      await giveAway(scene)
      const { id } = scene.reports[0]
      const data = { partner: scene.rival.id, createdAt: later() }
      await scene.db.change('usage-reports', id, data)
      return id
    },
  ],
]
