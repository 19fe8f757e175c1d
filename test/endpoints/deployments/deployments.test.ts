import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { dispatchEvents } from '../../../src/operations/events/dispatchEvents'
import { settleDeployments } from '../../../src/operations/deployments/deployLicense'
import {
  order,
  line,
  PASSWORD,
  startCompany,
  client,
  type Client,
  type Company,
  type Json,
} from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

const AT = '2026-12-01T09:00:00.000Z'
const LATER = '2026-12-08T09:00:00.000Z'

let company: Company
let sales: Client
let erin: Client
let evan: Client
let partner: Client
let rival: Client
let customer: Client
let licenses: Json[]
let next = 0

/** A license of the partner that nothing has happened to yet. */
const fresh = (): Json => licenses[next++]

const schedule = async (changes: object = {}, license: Json = fresh()): Promise<Json> => {
  const body = { license: license.licenseId, scheduledAt: AT, engineer: company.ids.erin }
  const answer = await sales.post('/api/v1/deployments', { ...body, ...changes })
  expect([answer.status, answer.body.errors]).toEqual([201, undefined])
  return answer.body.deployment
}
const act = (who: Client, { id }: Json, action: string, body: object = {}) =>
  who.post(`/api/v1/deployments/${id}/${action}`, body)
const licenseOf = async ({ license }: Json): Promise<Json> =>
  (await allOf(company.payload, 'licenses', { id: { equals: license } }))[0]
const stored = async ({ id }: Json): Promise<Json> =>
  (await allOf(company.payload, 'deployments', { id: { equals: id } }))[0]
const codeOf = ({ body, status }: { body: Json; status: number }) => [
  status,
  body.errors?.[0]?.code,
]
const actionsOn = async (id: unknown): Promise<string[]> =>
  (await allOf(company.payload, 'change-logs', { documentId: { equals: id } }))
    .sort((a, b) => Number(a.sequence) - Number(b.sequence))
    .map(({ action }) => String(action))
const eventsOn = async (id: unknown): Promise<string[]> =>
  (await allOf(company.payload, 'events', { documentId: { equals: id } }))
    .map(({ type }) => String(type))
    .sort()

const toldOf = async ({ id }: Json): Promise<Json[]> =>
  (await allOf(company.payload, 'notifications')).filter(({ link: to }) => to.includes(id))

beforeAll(async () => {
  company = await startCompany()
  const { ids, payload } = company
  const evanIs = { name: 'Evan', email: 'evan-e@company.test', region: 'emea' } as const
  ids.evan = (await payload.create({ collection: 'engineers', data: evanIs })).id
  const gone = {
    name: 'Aaron',
    email: 'aaron@company.test',
    region: 'emea',
    active: false,
  } as const
  ids.aaron = (await payload.create({ collection: 'engineers', data: gone })).id
  const login = { email: 'evan@company.test', password: PASSWORD, roles: ['engineer'] }
  await payload.create({ collection: 'users', data: { ...login, engineer: ids.evan } as never })
  const { body } = await company.anybody.post('/api/users/login', login)
  evan = client(company.url, body.token)
  sales = await company.as('sales')
  erin = await company.as('engineer')
  partner = await company.as('partner')
  rival = await company.as('rival')
  customer = await company.as('customer')
  const lines = [line({ quantity: 40 })]
  const placed = await partner.post('/api/v1/partners/orders', order({ items: lines }))
  const approved = await sales.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
  licenses = approved.body.licenses
})
afterAll(async () => company?.stop())

describe('POST /v1/deployments', () => {
  it('schedules a deployment by the license’s ID or the document’s, titled by the system', async () => {
    const license = fresh()
    const byName = await schedule({ version: '4.2', notes: 'Two nodes' }, license)
    expect(byName).toMatchObject({
      title: `${license.licenseId}, production`,
      license: license.id,
      state: 'scheduled',
      environment: 'production',
      version: '4.2',
      engineer: company.ids.erin,
      progress: 0,
      scheduledAt: AT,
      partner: company.ids.alpha,
    })
    const byId = await schedule({ license: license.id, environment: 'staging' }, license)
    expect(byId.title).toBe(`${license.licenseId}, staging`)
  })

  it('lets the engineer read the license from then on, and tells the engineer alone', async () => {
    const license = fresh()
    expect((await erin.get(`/api/v1/licenses/${license.licenseId}`)).status).toBe(404)
    const made = await schedule({}, license)
    expect((await erin.get(`/api/v1/licenses/${license.licenseId}`)).status).toBe(200)
    expect(await actionsOn(license.id)).toContain('assign')
    expect(await eventsOn(made.id)).toEqual(['deployment.scheduled'])
    await dispatchEvents(company.payload, new Date())
    const told = await toldOf(made)
    expect(told.map(({ recipient }) => recipient)).toEqual([company.ids.engineerUser])
    expect(told[0]).toMatchObject({ title: `Deployment scheduled: ${made.title}` })
  })

  it('takes the customer’s region, else the partner’s, unless one is given', async () => {
    const { ids, payload } = company
    await payload.update({
      collection: 'partners',
      id: ids.alpha as string,
      data: { region: 'apac' },
    })
    expect((await schedule()).region).toBe('apac')
    expect((await schedule({ region: 'americas' })).region).toBe('americas')
    const license = fresh()
    const { customer: owner } = await licenseOf({ license: license.id })
    await payload.update({ collection: 'customers', id: owner, data: { region: 'emea' } })
    expect((await schedule({}, license)).region).toBe('emea')
    await payload.update({ collection: 'customers', id: owner, data: { region: null } })
    await payload.update({
      collection: 'partners',
      id: ids.alpha as string,
      data: { region: null },
    })
  })

  it('finds the active engineer of the region with the least to do', async () => {
    const auto = { engineer: undefined, assign: 'auto' }
    expect((await schedule({ ...auto, region: 'emea' })).engineer).toBe(company.ids.evan)
    // Nobody works in apac: of all who are active Evan has the least to do.
    expect((await schedule({ ...auto, region: 'apac' })).engineer).toBe(company.ids.evan)
  })

  it.each([
    ['an engineer and an automatic choice at once', { assign: 'auto' }, 'assign'],
    ['an engineer who has left', { engineer: 'aaron' }, 'engineer'],
    ['an engineer who never was', { engineer: 'nobody' }, 'engineer'],
    ['no date', { scheduledAt: undefined }, 'scheduledAt'],
    ['a date without a zone', { scheduledAt: '2026-12-01T09:00:00' }, 'scheduledAt'],
    ['an unknown environment', { environment: 'moon' }, 'environment'],
    ['an unknown region', { region: 'moon' }, 'region'],
    ['a state of its own', { state: 'completed' }, undefined],
  ])('refuses %s, and writes nothing', async (_words, changes: Json, path) => {
    const { ids } = company
    const before = (await allOf(company.payload, 'deployments')).length
    const engineer = changes.engineer ? (ids[changes.engineer] ?? ids.suite) : ids.erin
    const body = { license: licenses[39].licenseId, scheduledAt: AT, ...changes, engineer }
    const answer = await sales.post('/api/v1/deployments', body)
    expect(codeOf(answer)).toEqual([422, 'INVALID_INPUT'])
    if (path) expect(answer.body.errors[0].path).toBe(path)
    expect(await allOf(company.payload, 'deployments')).toHaveLength(before)
  })

  it('refuses a license that is suspended or terminated', async () => {
    const license = fresh()
    const body = { license: license.licenseId, scheduledAt: AT }
    for (const action of ['suspend', 'terminate']) {
      await company.payload.db.updateOne({
        collection: 'licenses',
        id: license.id,
        data: { state: action === 'suspend' ? 'suspended' : 'terminated' },
      })
      const answer = await sales.post('/api/v1/deployments', body)
      expect(codeOf(answer)).toEqual([409, 'LICENSE_STATE_CONFLICT'])
    }
  })

  it('is for staff: others may not, or know of no such license', async () => {
    const body = { license: fresh().licenseId, scheduledAt: AT }
    const post = async (who: Client) => codeOf(await who.post('/api/v1/deployments', body))
    expect(await post(partner)).toEqual([403, 'FORBIDDEN'])
    expect(await post(rival)).toEqual([404, 'NOT_FOUND'])
    expect(await post(erin)).toEqual([404, 'NOT_FOUND'])
    expect(await post(company.anybody)).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('finds nobody where all have left', async () => {
    const active = { active: { equals: true } }
    const team = (await allOf(company.payload, 'engineers', active)).map(({ id }) => id)
    const set = (value: boolean) =>
      company.payload.db.updateMany({
        collection: 'engineers',
        where: { id: { in: team } },
        data: { active: value },
      })
    await set(false)
    const body = { license: fresh().licenseId, scheduledAt: AT, assign: 'auto' }
    expect(codeOf(await sales.post('/api/v1/deployments', body))).toEqual([409, 'NO_ENGINEER'])
    await set(true)
  })
})

describe('the way of a deployment', () => {
  it('goes from start by progress to the end, and makes its license deployed', async () => {
    const made = await schedule()
    const started = await act(erin, made, 'start')
    expect(started.body.deployment).toMatchObject({ state: 'in_progress', progress: 0 })
    const half = await erin.patch(`/api/v1/deployments/${made.id}`, { progress: 50, notes: 'Half' })
    expect(half.body.deployment).toMatchObject({ progress: 50, notes: 'Half' })
    const done = await act(erin, made, 'complete', { version: '5.0' })
    expect(done.body.deployment).toMatchObject({
      state: 'completed',
      progress: 100,
      version: '5.0',
    })
    const { deployedAt, engineer, state } = await licenseOf(made)
    expect({ state, engineer }).toEqual({ state: 'deployed', engineer: company.ids.erin })
    expect(new Date(deployedAt).toISOString()).toBe(done.body.deployment.finishedAt)
    expect(await actionsOn(made.id)).toEqual(['create', 'start', 'update', 'complete'])
    expect(await eventsOn(made.id)).toEqual(['deployment.completed', 'deployment.scheduled'])
    expect(await eventsOn(made.license)).toContain('license.deployed')
  })

  it('leaves the license as it is after staging', async () => {
    const made = await schedule({ environment: 'staging' })
    await act(erin, made, 'start')
    expect((await act(erin, made, 'complete')).status).toBe(200)
    expect(await licenseOf(made)).toMatchObject({ state: 'created' })
  })

  it('tells the partner when it is completed, and staff when it failed', async () => {
    const made = await schedule()
    await act(erin, made, 'start')
    await act(erin, made, 'fail', { reason: 'The disk is full' })
    await act(sales, made, 'reschedule', { scheduledAt: LATER })
    await act(erin, made, 'start')
    await act(erin, made, 'complete')
    await dispatchEvents(company.payload, new Date())
    const told = await toldOf(made)
    const { ids } = company
    const of = (kind: string) =>
      told.filter((one) => one.kind === kind).map(({ recipient }) => recipient)
    expect(of('deployment.completed').sort()).toEqual([ids.partnerUser, ids.colleagueUser].sort())
    expect(of('deployment.failed').sort()).toEqual([ids.adminUser, ids.salesUser].sort())
    expect(of('deployment.scheduled')).toEqual([ids.engineerUser, ids.engineerUser])
  })

  it('starts over after a failure, whose reason stays in the log', async () => {
    const made = await schedule()
    await act(erin, made, 'start')
    expect(codeOf(await act(erin, made, 'fail'))).toEqual([422, 'INVALID_INPUT'])
    const failed = await act(erin, made, 'fail', { reason: 'The disk is full' })
    expect(failed.body.deployment).toMatchObject({
      state: 'failed',
      failureReason: 'The disk is full',
    })
    const again = await act(sales, made, 'reschedule', { scheduledAt: LATER })
    expect(again.body.deployment).toMatchObject({
      state: 'scheduled',
      scheduledAt: LATER,
      startedAt: null,
      finishedAt: null,
      failureReason: null,
      failures: 1,
    })
    const log = await allOf(company.payload, 'change-logs', { documentId: { equals: made.id } })
    expect(JSON.stringify(log)).toContain('The disk is full')
  })

  it('keeps each failure in the figures of whose it was, whatever comes of it', async () => {
    const { ids } = company
    const figures = async () => {
      const { body } = await sales.get('/api/v1/stats/engineers')
      const of = (id: unknown) => body.docs.find(({ engineer }: Json) => engineer?.id === id)
      const { completed, failed } = of(ids.evan) ?? { completed: 0, failed: 0 }
      const month = body.months.at(-1).failed
      return { erin: of(ids.erin).failed, evan: failed, evanDone: completed, month }
    }
    const made = await schedule()
    const before = await figures()
    for (const reason of ['The disk is full', 'The disk is still full']) {
      await act(erin, made, 'start')
      await act(erin, made, 'fail', { reason })
      await act(sales, made, 'reschedule', { scheduledAt: LATER })
    }
    await act(sales, made, 'assign', { engineer: ids.evan })
    await act(evan, made, 'start')
    await act(evan, made, 'complete')
    const { erin: hers, evan: his, evanDone, month } = before
    const after = { erin: hers + 2, evan: his, evanDone: evanDone + 1, month: month + 2 }
    expect(await figures()).toEqual(after)
    const canceled = await schedule()
    await act(erin, canceled, 'start')
    await act(erin, canceled, 'fail', { reason: 'No power' })
    await act(sales, canceled, 'cancel')
    expect(await figures()).toEqual({ ...after, erin: hers + 3, month: month + 3 })
  })

  it('tells each failure on the timeline of the license, with its reason', async () => {
    const made = await schedule()
    for (const reason of ['The disk is full', 'No power']) {
      await act(erin, made, 'start')
      await act(erin, made, 'fail', { reason })
      await act(sales, made, 'reschedule', { scheduledAt: LATER })
    }
    await act(erin, made, 'start')
    await act(sales, made, 'cancel', { reason: 'Not wanted' })
    for (const who of [sales, partner]) {
      const { body } = await who.get(`/api/v1/licenses/${made.license}/timeline`)
      const told = body.events.filter(({ kind }: Json) => kind === 'deployment')
      expect(told.map(({ note, text }: Json) => [text.split('.')[1], note])).toEqual([
        ['scheduled', null],
        ['started', null],
        ['failed', 'The disk is full'],
        ['started', null],
        ['failed', 'No power'],
        ['started', null],
        ['cancelled', 'Not wanted'],
      ])
    }
  })

  it('ends when it is canceled', async () => {
    const made = await schedule()
    const gone = await act(sales, made, 'cancel', { reason: 'Not wanted' })
    expect(gone.body.deployment).toMatchObject({ state: 'cancelled', failureReason: 'Not wanted' })
    for (const action of ['start', 'complete', 'cancel'])
      expect(codeOf(await act(sales, made, action))).toEqual([409, 'DEPLOYMENT_STATE_CONFLICT'])
  })

  it('is completed once, however many do it at once', async () => {
    const made = await schedule()
    await act(erin, made, 'start')
    const answers = await Promise.all(
      [erin, sales, erin, sales].map((who) => act(who, made, 'complete')),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const completions = (await actionsOn(made.id)).filter((action) => action === 'complete')
    expect(completions).toHaveLength(1)
    expect((await actionsOn(made.license)).filter((action) => action === 'deploy')).toHaveLength(1)
  })

  it('rests while the license is stopped', async () => {
    const made = await schedule()
    await act(erin, made, 'start')
    const set = (state: string) =>
      company.payload.db.updateOne({
        collection: 'licenses',
        id: made.license,
        data: { state },
      })
    await set('suspended')
    expect(codeOf(await act(erin, made, 'complete'))).toEqual([409, 'LICENSE_STATE_CONFLICT'])
    expect(await stored(made)).toMatchObject({ state: 'in_progress' })
    await set('created')
    expect((await act(erin, made, 'complete')).status).toBe(200)
  })

  it('is finished for a license that did not hear of its end, once', async () => {
    const made = await schedule()
    await act(erin, made, 'start')
    await act(erin, made, 'complete')
    await company.payload.db.updateOne({
      collection: 'licenses',
      id: made.license,
      data: { state: 'created', deployedAt: null },
    })
    expect(await settleDeployments(company.payload, new Date())).toEqual({ settled: 1 })
    expect(await licenseOf(made)).toMatchObject({ state: 'deployed' })
    expect(await settleDeployments(company.payload, new Date())).toEqual({ settled: 0 })
  })

  it('does not take a license back that was in use before its end and renewed since', async () => {
    const report = async ({ licenseId }: Json): Promise<void> => {
      const path = `/api/v1/licenses/${licenseId}/usage`
      const { key } = (await sales.post(`${path}-key`, {})).body
      const headers = { Authorization: `License ${key}` }
      await company.anybody.post(path, { workspaces: 1, users: 1 }, headers)
    }
    const complete = async (made: Json): Promise<void> => {
      await act(erin, made, 'start')
      expect((await act(erin, made, 'complete')).status).toBe(200)
    }
    const renew = ({ id }: Json) =>
      sales.post('/api/v1/purchases', { license: id, type: 'renewal', amount: 1, currency: 'USD' })
    const [before, after] = [fresh(), fresh()]
    const [early, late] = [await schedule({}, before), await schedule({}, after)]
    for (const license of [before, after]) await report(license)
    await complete(early)
    for (const license of [before, after]) await renew(license)
    await complete(late)
    await erin.patch(`/api/v1/deployments/${early.id}`, { notes: 'Done by phone' })
    expect(await settleDeployments(company.payload, new Date())).toEqual({ settled: 0 })
    for (const made of [early, late]) {
      expect(await licenseOf(made)).toMatchObject({ state: 'renewed' })
      expect(await eventsOn(made.license)).toEqual([
        'license.deployed',
        'license.renewed',
        'license.used',
      ])
    }
  })

  it('is finished as well when it is completed again, which stays a conflict', async () => {
    const made = await schedule()
    await act(erin, made, 'start')
    await act(erin, made, 'complete')
    await company.payload.db.updateOne({
      collection: 'licenses',
      id: made.license,
      data: { state: 'created', deployedAt: null },
    })
    expect(codeOf(await act(erin, made, 'complete'))).toEqual([409, 'DEPLOYMENT_STATE_CONFLICT'])
    expect(await licenseOf(made)).toMatchObject({ state: 'deployed' })
  })
})

describe('POST /v1/deployments/{id}/assign', () => {
  it('gives it to another engineer, who is told and may read the license', async () => {
    const made = await schedule()
    const given = await act(sales, made, 'assign', { engineer: company.ids.evan })
    expect(given.body.deployment.engineer).toBe(company.ids.evan)
    expect(await licenseOf(made)).toMatchObject({ engineer: company.ids.evan })
    expect(await eventsOn(made.id)).toEqual(['deployment.scheduled', 'deployment.scheduled'])
    expect(codeOf(await act(erin, made, 'start'))).toEqual([404, 'NOT_FOUND'])
    expect((await act(evan, made, 'start')).status).toBe(200)
  })

  it('finds someone; what the one who has it does is not counted twice', async () => {
    const made = await schedule({ region: 'emea', engineer: company.ids.evan })
    const found = await act(sales, made, 'assign', { assign: 'auto' })
    expect(found.body.deployment.engineer).toBe(company.ids.evan)
    expect((await actionsOn(made.id)).includes('assign')).toBe(false)
  })

  it('is for staff, with somebody named, and not once it is over', async () => {
    const made = await schedule()
    const { evan: other } = company.ids
    expect(codeOf(await act(erin, made, 'assign', { engineer: other }))).toEqual([403, 'FORBIDDEN'])
    expect(codeOf(await act(sales, made, 'assign'))).toEqual([422, 'INVALID_INPUT'])
    await act(sales, made, 'cancel')
    expect(codeOf(await act(sales, made, 'assign', { engineer: other }))).toEqual([
      409,
      'DEPLOYMENT_STATE_CONFLICT',
    ])
  })
})

describe('who sees and changes a deployment', () => {
  const rest = (who: Client, { id }: Json) => who.get(`/api/deployments/${id}?depth=0`)
  const query = ({ id }: Json) => `{ Deployment(id: "${id}") { title notes } }`

  it('is the engineer whose it is, through every interface', async () => {
    const made = await schedule()
    const answers = [
      await rest(evan, made),
      await evan.get(`/api/v1/deployments/${made.id}`),
      await evan.patch(`/api/deployments/${made.id}`, { notes: 'mine' }),
      await evan.patch(`/api/v1/deployments/${made.id}`, { notes: 'mine' }),
      await act(evan, made, 'start'),
      await act(evan, made, 'cancel'),
    ]
    expect(answers.map(codeOf)).toEqual(answers.map(() => [404, 'NOT_FOUND']))
    const found = await evan.post('/api/graphql', { query: query(made) })
    expect(found.body.data?.Deployment ?? null).toBeNull()
    expect((await rest(erin, made)).body.title).toBe(made.title)
    const own = await erin.post('/api/graphql', { query: query(made) })
    expect(own.body.data.Deployment.title).toBe(made.title)
    const { docs } = (await evan.get('/api/v1/deployments?limit=100')).body
    expect(docs.map(({ id }: Json) => id)).not.toContain(made.id)
  })

  it('is its engineer for notes, progress and version, but not for the rest', async () => {
    const made = await schedule()
    const patch = { license: fresh().id, engineer: company.ids.evan, scheduledAt: LATER }
    await erin.patch(`/api/deployments/${made.id}`, {
      ...patch,
      state: 'completed',
      notes: 'On it',
    })
    const mutation = `mutation { updateDeployment(id: "${made.id}", data: { state: completed, environment: test, version: "3" }) { id } }`
    await erin.post('/api/graphql', { query: mutation })
    const { engineer, environment, license, notes, scheduledAt, state, version } =
      await stored(made)
    expect({ engineer, environment, license, notes, state, version }).toEqual({
      engineer: company.ids.erin,
      environment: 'production',
      license: made.license,
      notes: 'On it',
      state: 'scheduled',
      version: '3',
    })
    expect(new Date(scheduledAt).toISOString()).toBe(AT)
    const refused = await erin.patch(`/api/v1/deployments/${made.id}`, { scheduledAt: LATER })
    expect(codeOf(refused)).toEqual([403, 'FORBIDDEN'])
    expect(codeOf(await act(erin, made, 'reschedule', { scheduledAt: LATER }))[0]).toBe(403)
    expect(codeOf(await act(erin, made, 'cancel'))[0]).toBe(403)
  })

  it('is the partner and the customer for reading, without its engineer and internal notes', async () => {
    const license = fresh()
    await company.payload.db.updateOne({
      collection: 'licenses',
      id: license.id,
      data: { customer: company.ids.acme },
    })
    const made = await schedule({ internalNotes: 'margin-secret' }, license)
    for (const who of [partner, customer]) {
      const answers = [
        await rest(who, made),
        await who.get(`/api/v1/deployments/${made.id}`),
        await who.get('/api/v1/deployments?limit=100'),
      ]
      for (const { body, status } of answers) {
        expect(status).toBe(200)
        expect(JSON.stringify(body)).not.toContain('margin-secret')
        expect(JSON.stringify(body)).not.toContain(String(company.ids.erin))
      }
      const asked = `{ Deployment(id: "${made.id}") { title internalNotes engineer { id } } }`
      const { body } = await who.post('/api/graphql', { query: asked })
      expect(body.data.Deployment).toEqual({
        title: made.title,
        internalNotes: null,
        engineer: null,
      })
      expect((await who.patch(`/api/deployments/${made.id}`, { notes: 'x' })).status).toBe(403)
      expect(codeOf(await act(who, made, 'start'))).toEqual([403, 'FORBIDDEN'])
    }
    const sort = await partner.get('/api/v1/deployments?sort=engineer')
    expect(codeOf(sort)).toEqual([422, 'INVALID_INPUT'])
    expect(codeOf(await rest(rival, made))[0]).toBe(404)
    expect(codeOf(await act(rival, made, 'start'))).toEqual([404, 'NOT_FOUND'])
  })
})

describe('a deployment written through Payload', () => {
  it('obeys the same rules as one that the API schedules', async () => {
    const license = fresh()
    const data = {
      license: license.id,
      scheduledAt: AT,
      engineer: company.ids.evan,
      title: 'my own title',
      state: 'completed',
      progress: 90,
      customer: company.ids.bolt,
    }
    const { body, status } = await sales.post('/api/deployments?depth=0', data)
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      title: `${license.licenseId}, production`,
      state: 'scheduled',
      progress: 0,
    })
    expect(body.doc.customer).not.toBe(company.ids.bolt)
    expect(await licenseOf(body.doc)).toMatchObject({ engineer: company.ids.evan })
    expect(await eventsOn(body.doc.id)).toEqual(['deployment.scheduled'])
    const left = await sales.post('/api/deployments', { ...data, engineer: company.ids.aaron })
    expect(codeOf(left)).toEqual([422, 'INVALID_INPUT'])
  })

  it('gets another engineer, a date and progress only while that makes sense', async () => {
    const made = await schedule()
    const patch = (data: object) => sales.patch(`/api/deployments/${made.id}?depth=0`, data)
    const early = await patch({ progress: 10 })
    expect([codeOf(early), early.body.errors[0].path]).toEqual([
      [409, 'DEPLOYMENT_STATE_CONFLICT'],
      'progress',
    ])
    expect((await patch({ scheduledAt: LATER, engineer: company.ids.evan })).status).toBe(200)
    expect(await licenseOf(made)).toMatchObject({ engineer: company.ids.evan })
    expect(await eventsOn(made.id)).toHaveLength(2)
    expect(codeOf(await patch({ engineer: company.ids.aaron }))[1]).toBe('INVALID_INPUT')
    await act(evan, made, 'start')
    expect(codeOf(await patch({ scheduledAt: AT }))[1]).toBe('DEPLOYMENT_STATE_CONFLICT')
    expect(codeOf(await patch({ license: fresh().id }))[1]).toBe('DEPLOYMENT_STATE_CONFLICT')
    expect((await patch({ progress: 10 })).status).toBe(200)
  })

  it('is called by the environment that it goes to, also after that changes', async () => {
    const license = fresh()
    const made = await schedule({}, license)
    const title = (environment: string) => `${license.licenseId}, ${environment}`
    const patched = await sales.patch(`/api/v1/deployments/${made.id}`, { environment: 'staging' })
    expect(patched.body.deployment.title).toBe(title('staging'))
    await sales.patch(`/api/deployments/${made.id}`, { environment: 'test', title: 'my own' })
    expect((await stored(made)).title).toBe(title('test'))
    const mutation = `mutation { updateDeployment(id: "${made.id}", data: { environment: production }) { title } }`
    const { body } = await sales.post('/api/graphql', { query: mutation })
    expect(body.data.updateDeployment.title).toBe(title('production'))
    await sales.patch(`/api/deployments/${made.id}`, { notes: 'Two nodes' })
    expect((await stored(made)).title).toBe(title('production'))
  })

  it('is deleted only if nobody has begun it', async () => {
    const admin = await company.as('admin')
    const made = await schedule()
    const begun = await schedule()
    await act(erin, begun, 'start')
    expect((await admin.delete(`/api/v1/deployments/${made.id}`)).status).toBe(200)
    const refused = [409, 'DEPLOYMENT_STATE_CONFLICT']
    expect(codeOf(await admin.delete(`/api/deployments/${begun.id}`))).toEqual(refused)
    await act(erin, begun, 'fail', { reason: 'The disk is full' })
    await act(sales, begun, 'reschedule', { scheduledAt: LATER })
    expect(codeOf(await admin.delete(`/api/v1/deployments/${begun.id}`))).toEqual(refused)
  })
})
