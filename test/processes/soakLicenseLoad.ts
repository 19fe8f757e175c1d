import { randomUUID } from 'node:crypto'

import type {
  DeploymentAction,
  DeploymentState,
} from '../../src/domain/deployments/deploymentMachine'
import type { LicenseAction } from '../../src/domain/licenses/licenseMachine'
import { reportKeyOf } from '../../src/domain/usage/usage'
import type { Json } from '../support/fixtures'
import type { Send } from './soakClient'
import type { SoakRecord } from './soakRecord'

/** Several people are at work on one license at once; its usage key comes when it is wanted first. */
type KnownLicense = { id: string; licenseId: string; key?: Promise<null | string> }

/** What the actors know of licenses and deployments; whoever works on a deployment takes it out. */
export type LicenseSoak = {
  send: Send
  record: SoakRecord
  licenses: KnownLicense[]
  deployments: Map<DeploymentState, string[]>
}

/** Few, so that several often want the same one. */
const MOST_KNOWN = 30

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T
const upTo = (most: number): number => Math.floor(Math.random() * (most + 1))

/** The licenses of an approval; new ones take the place of others. */
export const learnLicenses = ({ licenses, record }: LicenseSoak, issued: Json[]): void => {
  for (const { id, licenseId } of issued) {
    record.acknowledge({ kind: 'license', id })
    const place = licenses.length < MOST_KNOWN ? licenses.length : upTo(MOST_KNOWN - 1)
    if (licenses.length < MOST_KNOWN || Math.random() < 0.1) licenses[place] = { id, licenseId }
  }
}

const onSome =
  (run: (soak: LicenseSoak, license: KnownLicense) => Promise<void>) =>
  async (soak: LicenseSoak): Promise<void> => {
    const license = pick(soak.licenses)
    if (license) await run(soak, license)
  }

const wanted = (): object =>
  pick([
    () => ({ type: 'expansion', limits: { users: 1 + upTo(20), workspaces: upTo(3) } }),
    () => ({ type: 'renewal', durationYears: 1, basis: pick(['from_expiry', 'from_now']) }),
    () => ({ type: 'upgrade', sku: pick(['ENT-SUITE', 'PRO-TEAM']) }),
  ])()

const buy = async (
  { record, send }: LicenseSoak,
  { id }: KnownLicense,
  key = randomUUID(),
  body: object = wanted(),
  first?: number,
): Promise<null | string> => {
  const answer = await send('purchase', 'sales', {
    method: 'post',
    path: '/api/v1/purchases',
    headers: { 'Idempotency-Key': key },
    body: { license: id, amount: 1_000, currency: 'USD', ...body },
    first,
  })
  if (answer.status !== 201) return null
  record.acknowledge({ kind: 'purchase', id: answer.body.purchase.id })
  return answer.body.purchase.id
}

/** One request at both servers in the same moment is one purchase; another one comes in between. */
const buyTwice = async (soak: LicenseSoak, license: KnownLicense): Promise<void> => {
  const [key, body] = [randomUUID(), { type: 'expansion', limits: { users: 1 } }]
  const [one, other] = await Promise.all([
    buy(soak, license, key, body, 0),
    buy(soak, license, key, body, 1),
    buy(soak, license),
  ])
  if (one && other && one !== other) throw new Error(`One request made ${one} and ${other}.`)
}

const buyAndUndo = async (soak: LicenseSoak, license: KnownLicense): Promise<void> => {
  const id = await buy(soak, license)
  if (!id) return
  const path = `/api/v1/purchases/${id}/reverse`
  const request = { method: 'post', path, body: { reason: 'A mistake' } } as const
  const { body, status } = await soak.send('reverse', 'sales', request)
  if (status === 201) soak.record.acknowledge({ kind: 'purchase', id: body.purchase.id })
}

const keyOf = async (
  { send }: LicenseSoak,
  { licenseId }: KnownLicense,
): Promise<null | string> => {
  const path = `/api/v1/licenses/${licenseId}/usage-key`
  const { body, status } = await send('usage-key', 'sales', { method: 'post', path })
  return status === 201 ? body.key : null
}

const report = async (soak: LicenseSoak, license: KnownLicense): Promise<void> => {
  license.key ??= keyOf(soak, license)
  const key = await license.key
  if (!key) return void delete license.key
  // A client that says when is told of its report, however often it sends it.
  const when = Math.random() < 0.5 ? { reportedAt: new Date().toISOString() } : {}
  const { body, status } = await soak.send('usage', 'sales', {
    method: 'post',
    path: `/api/v1/licenses/${license.licenseId}/usage`,
    headers: { Authorization: `License ${key}` },
    body: { workspaces: upTo(60), users: upTo(600), ...when },
  })
  if (status !== 202) return
  const id = reportKeyOf(license.id, new Date(body.reportedAt))
  soak.record.acknowledge({ kind: 'usage', id })
}

const move =
  (action: LicenseAction) =>
  async ({ record, send }: LicenseSoak, { id }: KnownLicense): Promise<void> => {
    const path = `/api/v1/licenses/${id}/${action}`
    const request = { method: 'post', path, body: { reason: `because ${randomUUID()}` } } as const
    const { body, status } = await send(action, 'sales', request)
    if (status !== 200) return
    record.acknowledge({ kind: action, on: 'licenses', id, state: body.license.state })
  }

const learnDeployment = (
  { deployments, record }: LicenseSoak,
  kind: 'deployment' | DeploymentAction,
  { id, state }: Json,
): void => {
  record.acknowledge({ kind, on: 'deployments', id, state })
  deployments.set(state, [...(deployments.get(state) ?? []), id])
}

const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString()

const schedule = async (soak: LicenseSoak, { id }: KnownLicense): Promise<void> => {
  const environment = pick(['production', 'production', 'test'])
  const body = { license: id, environment, scheduledAt: inAWeek(), assign: 'auto' }
  const request = { method: 'post', path: '/api/v1/deployments', body } as const
  const answer = await soak.send('deployment', 'sales', request)
  if (answer.status === 201) learnDeployment(soak, 'deployment', answer.body.deployment)
}

const bodies: Record<DeploymentAction, () => object> = {
  start: () => ({}),
  complete: () => ({ version: '5.1.0' }),
  fail: () => ({ reason: 'The firewall' }),
  reschedule: () => ({ scheduledAt: inAWeek() }),
  cancel: () => ({ reason: 'Not wanted' }),
}

const work =
  (from: DeploymentState, action: DeploymentAction) =>
  async (soak: LicenseSoak): Promise<void> => {
    const list = soak.deployments.get(from) ?? []
    const [id] = list.splice(upTo(list.length - 1), 1)
    if (id === undefined) return
    const path = `/api/v1/deployments/${id}/${action}`
    const request = { method: 'post', path, body: bodies[action]() } as const
    const answer = await soak.send(`deployment ${action}`, 'sales', request)
    if (answer.status === 200) return learnDeployment(soak, action, answer.body.deployment)
    const found = await soak.send('read', 'sales', {
      method: 'get',
      path: `/api/deployments/${id}?depth=0`,
    })
    if (found.status === 200) learnDeployment(soak, 'deployment', found.body)
  }

/** How often what is done with licenses and deployments. */
export const licenseSteps: [weight: number, run: (soak: LicenseSoak) => Promise<void>][] = [
  [6, onSome(async (soak, license) => void (await buy(soak, license)))],
  [2, onSome(buyTwice)],
  [1, onSome(buyAndUndo)],
  [10, onSome(report)],
  [2, onSome(move('suspend'))],
  [4, onSome(move('resume'))],
  [4, onSome(schedule)],
  [4, work('scheduled', 'start')],
  [3, work('in_progress', 'complete')],
  [1, work('in_progress', 'fail')],
  [1, work('failed', 'reschedule')],
  [1, work('scheduled', 'cancel')],
]
