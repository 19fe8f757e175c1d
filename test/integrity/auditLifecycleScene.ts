import { createLocalReq } from 'payload'

import { readProducts } from '../../src/operations/alerts/alertFacts'
import { dispatchEvents } from '../../src/operations/events/dispatchEvents'
import { raiseAlerts } from '../../src/operations/alerts/raiseAlerts'
import { runScheduledJobs } from '../../src/operations/queue/runScheduledJobs'
import type { Company, Json } from '../support/fixtures'
import { makeScene, type Scene } from './auditScene'

/** A license that was deployed, is used, grew and was suspended for a while, with all that came of it. */
export type LifecycleScene = Scene & {
  license: Json
  /** In their order: with the license, more users, a year more, more workspaces, and those undone. */
  purchases: Json[]
  /** The engineer's, after one that is nobody's. */
  deployment: Json
  /** A test that nobody has begun. */
  waiting: Json
  /** The older one first. */
  reports: Json[]
  day: Json
  alert: Json
  run: Json
  /** A partner that has nothing to do with all this. */
  rival: Json
  /** What sales do when a license changes hands. */
  give: (license: unknown, owners: object) => Promise<unknown>
}

export const makeLifecycleScene = async (company: Company): Promise<LifecycleScene> => {
  const scene = await makeScene(company)
  const { db, licenses } = scene
  const { id, licenseId } = licenses.findLast(({ seats }) => seats === 1)
  await deploy(company, id)
  await report(company, licenseId)
  await buy(company, id)
  await stopAndGoOn(company, id)
  const own = { license: { equals: id } }
  const license = await db.one('licenses', { id: { equals: id } })
  await watch(company, license)
  await dispatchEvents(company.payload, new Date())
  const sorted = async (collection: string, field: string) =>
    (await db.all(collection, own)).sort((a, b) => (a[field] < b[field] ? -1 : 1))
  const deployments = await db.all('deployments', own)
  return {
    ...scene,
    license,
    purchases: await sorted('purchases', 'sequence'),
    deployment: deployments.find(({ state }) => state === 'completed'),
    waiting: deployments.find(({ state }) => state === 'scheduled'),
    reports: await sorted('usage-reports', 'reportedAt'),
    day: (await sorted('usage-days', 'day')).at(-1),
    alert: await db.one('alerts', own),
    run: await db.one('job-runs', {}),
    give: async (one, owners) =>
      (await company.as('sales')).patch(`/api/v1/licenses/${String(one)}`, owners),
    rival: await db.one('partners', { name: { equals: 'Beta' } }),
  }
}

const deploy = async ({ as, ids }: Company, license: unknown): Promise<void> => {
  const sales = await as('sales')
  const plan = { license, environment: 'production', scheduledAt: '2027-01-04T09:00:00Z' }
  await sales.post('/api/v1/deployments', { ...plan, environment: 'test' })
  const { body } = await sales.post('/api/v1/deployments', { ...plan, engineer: ids.erin })
  for (const action of ['start', 'complete'])
    await sales.post(`/api/v1/deployments/${body.deployment.id}/${action}`, {})
}

const report = async ({ anybody, as }: Company, licenseId: string): Promise<void> => {
  const path = `/api/v1/licenses/${licenseId}/usage`
  const { body } = await (await as('sales')).post(`${path}-key`, {})
  const headers = { Authorization: `License ${body.key}` }
  await anybody.post(path, { workspaces: 5, users: 9_000 }, headers)
  await anybody.post(path, { workspaces: 6, users: 8_000 }, headers)
}

const buy = async ({ as }: Company, license: unknown): Promise<void> => {
  const sales = await as('sales')
  const record = async (what: object) => {
    const paid = { license, amount: 1_000, currency: 'USD' }
    return (await sales.post('/api/v1/purchases', { ...paid, ...what })).body.purchase.id
  }
  await record({ type: 'expansion', limits: { users: 5 } })
  await record({ type: 'renewal', durationYears: 1 })
  const last = await record({ type: 'expansion', limits: { workspaces: 2 } })
  await sales.post(`/api/v1/purchases/${last}/reverse`, { reason: 'By mistake' })
}

const stopAndGoOn = async ({ as }: Company, license: unknown): Promise<void> => {
  const sales = await as('sales')
  for (const action of ['suspend', 'resume'])
    await sales.post(`/api/v1/licenses/${String(license)}/${action}`, { reason: 'A test' })
}

/** What the clock brings: an alert on the license, and a run of a job. */
const watch = async ({ payload }: Company, license: Json): Promise<void> => {
  const now = new Date()
  const req = await createLocalReq({}, payload)
  await raiseAlerts(req, 'over_users', [license], await readProducts(req), now)
  await runScheduledJobs(payload, [{ name: 'count', every: 'minute', run: async () => ({}) }], now)
}
