import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { runScheduledJobs } from '../../../src/operations/queue/runScheduledJobs'
import { startCompany, type Company } from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

let company: Company

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const run = (changes: object) =>
  company.payload.db.create({
    collection: 'job-runs',
    data: {
      job: 'count',
      slot: later(-60),
      state: 'parked',
      done: 0,
      attempts: 8,
      dueAt: later(30),
      runKey: 'count:then',
      lastError: 'gone wrong',
      ...changes,
    },
  })
const mail = (changes: object) =>
  company.payload.db.create({
    collection: 'mails',
    data: {
      to: 'a@b.test',
      mailSubject: 'Hello',
      text: 'x',
      status: 'parked',
      attempts: 20,
      dueAt: later(30),
      key: 'hello',
      ...changes,
    },
  })
const retry = async (person: 'admin' | 'partner' | 'sales', path: string, id: unknown) =>
  (await company.as(person)).post(`/api/v1/${path}/${String(id)}/retry`)

beforeAll(async () => {
  company = await startCompany()
})
beforeEach(async () => {
  for (const collection of ['job-runs', 'mails'] as const)
    await company.payload.db.deleteMany({ collection, where: {} })
})
afterAll(() => company.stop())

describe('POST /v1/job-runs/{id}/retry', () => {
  it.each([
    ['was given up', { state: 'parked' }],
    ['waits after a failure', { state: 'queued', attempts: 3 }],
  ])('has a run done now that %s', async (_what, changes) => {
    const { id } = await run(changes)
    const { body, status } = await retry('admin', 'job-runs', id)
    expect([status, body.state]).toEqual([200, 'queued'])
    let ran = 0
    const job = { name: 'count', every: 'day' as const, run: async () => ({ ran: (ran += 1) }) }
    await runScheduledJobs(company.payload, [job], new Date())
    expect(ran).toBe(1)
    expect((await allOf(company.payload, 'job-runs', { id: { equals: id } }))[0]).toMatchObject({
      state: 'done',
      lastError: null,
    })
  })

  it.each([
    ['done', {}],
    ['running', { attempts: 1 }],
    ['queued', { attempts: 0 }],
  ])('refuses one that is %s', async (state, changes) => {
    const { id } = await run({ state, ...changes })
    const { body, status } = await retry('admin', 'job-runs', id)
    expect([status, body.errors[0].code]).toEqual([409, 'RETRY_CONFLICT'])
  })

  it('is for administrators; others may not even know of it', async () => {
    const { id } = await run({})
    expect((await retry('sales', 'job-runs', id)).status).toBe(404)
    expect((await retry('partner', 'job-runs', id)).status).toBe(404)
    expect((await company.anybody.post(`/api/v1/job-runs/${String(id)}/retry`)).status).toBe(401)
    expect((await retry('admin', 'job-runs', 'no-such-run')).status).toBe(404)
  })
})

describe('POST /v1/mails/{id}/retry', () => {
  it('makes a mail due that was given up, and shows nothing of it', async () => {
    const { id } = await mail({ confidential: true })
    const { body, status } = await retry('admin', 'mails', id)
    expect([status, body]).toEqual([200, { id: String(id), state: 'queued', attempts: 20 }])
    const [stored] = await allOf(company.payload, 'mails')
    expect(stored.status).toBe('queued')
    expect(Date.parse(stored.dueAt)).toBeLessThanOrEqual(Date.now())
  })

  it('refuses a mail that was sent, and everybody but administrators', async () => {
    const { id } = await mail({ status: 'sent' })
    expect((await retry('admin', 'mails', id)).status).toBe(409)
    expect((await retry('sales', 'mails', id)).status).toBe(404)
  })
})
