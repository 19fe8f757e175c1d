import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { startCompany, type Client, type Company, type Json } from '../../support/fixtures'
import { hireEngineer } from '../../support/hireEngineer'
import { issueLicense, logOf } from '../../support/licenseOf'
import { allOf } from '../../support/proveWhole'

let company: Company
let sales: Client
let erin: Client
let evan: Client
let license: Json

beforeAll(async () => {
  company = await startCompany()
  sales = await company.as('sales')
  erin = await company.as('engineer')
  evan = await hireEngineer(company, 'Evan')
})
afterAll(() => company?.stop())
beforeEach(async () => {
  license = await issueLicense(company)
})

const schedule = async (engineer: string, environment = 'production'): Promise<Json> => {
  const { body, status } = await sales.post('/api/v1/deployments', {
    ...{ license: license.licenseId, environment, engineer: company.ids[engineer] },
    scheduledAt: '2026-12-01T09:00:00.000Z',
  })
  expect([status, body.errors]).toEqual([201, undefined])
  return body.deployment
}
const act = async (who: Client, { id }: Json, action: string, body: object = {}) =>
  expect((await who.post(`/api/v1/deployments/${id}/${action}`, body)).status).toBe(200)
const patch = async (who: Client, { id }: Json, data: object) =>
  expect((await who.patch(`/api/v1/deployments/${id}`, data)).status).toBe(200)

/** Who of the two gets an answer when asking for the license. */
const readers = async (): Promise<string[]> => {
  const read = async (who: Client) =>
    (await who.get(`/api/v1/licenses/${license.licenseId}`)).status === 200
  return [...((await read(erin)) ? ['erin'] : []), ...((await read(evan)) ? ['evan'] : [])]
}

describe('syncLicenseEngineer', () => {
  it('leaves the license to the engineer who still has to deploy it', async () => {
    const production = await schedule('erin')
    const staging = await schedule('evan', 'staging')
    expect(await readers()).toEqual(['erin'])
    await act(erin, production, 'start')
    await act(erin, production, 'complete')
    expect(await readers()).toEqual(['evan'])
    await act(evan, staging, 'start')
    await act(evan, staging, 'complete')
    expect(await readers()).toEqual(['evan'])
  })

  it('takes it from the engineer whose deployment is canceled', async () => {
    await act(sales, await schedule('erin'), 'cancel')
    expect(await readers()).toEqual([])
    expect((await logOf(company, license.id)).at(-1)).toMatchObject({
      action: 'assign',
      changes: { engineer: { from: company.ids.erin } },
    })
  })

  it('takes it from the engineer whom a deployment is taken from', async () => {
    const made = await schedule('erin')
    const told = async () =>
      (await allOf(company.payload, 'events', { documentId: { equals: made.id } })).length
    expect([await readers(), await told()]).toEqual([['erin'], 1])
    await patch(sales, made, { engineer: null })
    expect([await readers(), await told()]).toEqual([[], 1])
    await patch(sales, made, { engineer: company.ids.evan })
    expect([await readers(), await told()]).toEqual([['evan'], 2])
  })

  it('gives it to the engineer of another deployment that is open, then to who completed one', async () => {
    const done = await schedule('evan', 'test')
    await act(evan, done, 'start')
    await act(evan, done, 'complete')
    const production = await schedule('erin')
    const staging = await schedule('evan', 'staging')
    expect(await readers()).toEqual(['erin'])
    await act(sales, production, 'cancel')
    expect(await readers()).toEqual(['evan'])
    await act(sales, staging, 'cancel')
    expect(await readers()).toEqual(['evan'])
  })

  it('takes it back when a deployment is deleted', async () => {
    const { id } = await schedule('erin')
    expect((await (await company.as('admin')).delete(`/api/v1/deployments/${id}`)).status).toBe(200)
    expect(await readers()).toEqual([])
  })

  it('leaves it where it is when the engineer writes notes, and when staff gave it by hand', async () => {
    const made = await schedule('erin')
    await patch(erin, made, { notes: 'Firewall opened.' })
    expect(await readers()).toEqual(['erin'])
    const at = `/api/v1/licenses/${license.licenseId}`
    expect((await sales.patch(at, { engineer: company.ids.evan })).status).toBe(200)
    await act(sales, made, 'cancel')
    expect(await readers()).toEqual(['evan'])
  })
})
