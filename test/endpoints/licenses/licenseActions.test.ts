import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import { expireLicenses } from '../../../src/operations/licenses/expireLicenses'
import { moveLicense } from '../../../src/operations/licenses/moveLicense'
import {
  startCompany,
  type Client,
  type Company,
  type Json,
  type Person,
} from '../../support/fixtures'
import { buy, eventsOf, issueLicense, logOf, storedLicense } from '../../support/licenseOf'
import { proveChains } from '../../support/proveWhole'

let company: Company
let sales: Client

beforeAll(async () => {
  company = await startCompany()
  sales = await company.as('sales')
})
afterAll(async () => company?.stop())

const act = async (
  id: string,
  action: string,
  body: object = { reason: 'Unpaid' },
  who = sales,
) => {
  const answer = await who.post(`/api/v1/licenses/${id}/${action}`, body)
  const error = answer.body.errors?.[0]
  return { ...answer, said: error ? `${answer.status} ${error.code}` : `${answer.status}` }
}

describe('POST /v1/licenses/{licenseId}/suspend, resume, terminate', () => {
  it('suspends with a reason, and resumes to where the license was', async () => {
    const license = await issueLicense(company)
    await buy(company, license.id, { type: 'renewal' })
    const suspended = await act(license.licenseId, 'suspend')
    expect(suspended.body.license).toMatchObject({ state: 'suspended', stateReason: 'Unpaid' })
    const resumed = await act(license.id, 'resume', {})
    expect(resumed.body.license).toMatchObject({ state: 'renewed', stateReason: null })
    const log = await logOf(company, license.id)
    expect(log.map(({ action }) => action)).toEqual(['create', 'renewal', 'suspend', 'resume'])
    expect(log[2]).toMatchObject({
      actorName: 'sales@company.test',
      changes: { state: { from: 'renewed', to: 'suspended' }, stateReason: { to: 'Unpaid' } },
    })
    expect(await eventsOf(company, license.id)).toEqual([
      'license.renewed',
      'license.suspended',
      'license.resumed',
    ])
  })

  it('takes a license that was renewed while suspended to renewed, once it is resumed', async () => {
    const license = await issueLicense(company)
    await act(license.id, 'suspend')
    const { body } = await buy(company, license.id, { type: 'renewal' })
    expect(body.license.state).toBe('suspended')
    expect((await act(license.id, 'resume', {})).body.license.state).toBe('renewed')
  })

  it('keeps a suspension past the expiry, and past a renewal, until somebody resumes the license', async () => {
    const { ids, payload } = company
    const make = async (): Promise<string> => {
      const data = {
        product: ids.team as string,
        customer: ids.acme as string,
        licenseType: 'subscription' as const,
        seats: 1,
        limits: { workspaces: 1, users: 10 },
        startsAt: '2025-01-01T00:00:00.000Z',
        expiresAt: '2026-01-01T00:00:00.000Z',
      }
      const { id } = await payload.create({ collection: 'licenses', data: data as never, depth: 0 })
      await act(String(id), 'suspend', { reason: 'Fraud' })
      return String(id)
    }
    const [renewed, left] = [await make(), await make()]
    await expireLicenses(payload, new Date())
    for (const id of [renewed, left])
      expect(await storedLicense(company, id)).toMatchObject({
        state: 'suspended',
        stateReason: 'Fraud',
        resumeState: 'created',
      })
    const { body } = await buy(company, renewed, { type: 'renewal' })
    expect(body.license).toMatchObject({ state: 'suspended', stateReason: 'Fraud' })
    const { licenseId } = body.license
    const verdict = await company.anybody.post('/api/v1/licenses/validate', { licenseId })
    expect(verdict.body).toMatchObject({ valid: false, code: 'SUSPENDED' })
    expect((await act(renewed, 'resume', {})).body.license.state).toBe('renewed')
    expect((await act(left, 'resume', {})).body.license.state).toBe('expired')
    expect(await eventsOf(company, left)).toEqual(['license.suspended', 'license.resumed'])
  })

  it('ends a license for good: nothing can be done with or bought for it any more', async () => {
    const license = await issueLicense(company)
    expect((await act(license.id, 'terminate')).body.license.state).toBe('terminated')
    for (const action of ['suspend', 'resume', 'terminate'])
      expect((await act(license.id, action)).said).toBe('409 LICENSE_STATE_CONFLICT')
    const { body } = await buy(company, license.id, { type: 'renewal' })
    expect(body.errors[0]).toMatchObject({ code: 'LICENSE_STATE_CONFLICT', path: 'license' })
  })

  it('wants a reason to suspend and terminate', async () => {
    const license = await issueLicense(company)
    for (const action of ['suspend', 'terminate']) {
      const { body, said } = await act(license.id, action, {})
      expect([said, body.errors[0].path]).toEqual(['422 INVALID_INPUT', 'reason'])
    }
    expect((await storedLicense(company, license.id)).state).toBe('created')
  })

  it('suspends once when two ask at the same moment', async () => {
    const license = await issueLicense(company)
    const answers = await Promise.all([act(license.id, 'suspend'), act(license.id, 'suspend')])
    expect(answers.map(({ said }) => said).sort()).toEqual(['200', '409 LICENSE_STATE_CONFLICT'])
    expect(await eventsOf(company, license.id)).toEqual(['license.suspended'])
    await proveChains(company.payload)
  })

  it('is for staff; who sees the license is told so, and nobody else that there is one', async () => {
    const license = await issueLicense(company, { endUserName: 'Acme' })
    const expected: [Person, string][] = [
      ['partner', '403 FORBIDDEN'],
      ['customer', '403 FORBIDDEN'],
      ['rival', '404 NOT_FOUND'],
      ['engineer', '404 NOT_FOUND'],
    ]
    for (const [who, answer] of expected)
      for (const action of ['suspend', 'terminate']) {
        const { said } = await act(license.licenseId, action, undefined, await company.as(who))
        expect([who, said]).toEqual([who, answer])
      }
    expect((await act(license.id, 'suspend', undefined, company.anybody)).said).toBe(
      '401 UNAUTHENTICATED',
    )
  })

  it('can not be got round by writing the state', async () => {
    const license = await issueLicense(company)
    const admin = await company.as('admin')
    await admin.patch(`/api/licenses/${license.id}`, { state: 'in_use', stateReason: 'mine' })
    await admin.post('/api/graphql', {
      query: `mutation { updateLicense(id: "${license.id}", data: { state: in_use }) { id } }`,
    })
    expect(await storedLicense(company, license.id)).toMatchObject({ state: 'created' })
  })
})

describe('moveLicense', () => {
  it('moves a license once when many want the same, and tells the others so', async () => {
    const license = await issueLicense(company)
    const now = new Date()
    const move = async (): Promise<Json> => {
      const req = await createLocalReq({}, company.payload)
      const data = { deployedAt: now.toISOString() }
      return moveLicense(req, license.id, 'deploy', { data }, now)
    }
    const moved = await Promise.all(Array.from({ length: 8 }, move))
    expect(moved.filter((one) => one !== null)).toHaveLength(1)
    const stored = await storedLicense(company, license.id)
    expect([stored.state, new Date(stored.deployedAt)]).toEqual(['deployed', now])
    expect(await eventsOf(company, license.id)).toEqual(['license.deployed'])
    await proveChains(company.payload)
  })
})
