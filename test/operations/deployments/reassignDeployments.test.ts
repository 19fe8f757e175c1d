import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { dispatchEvents } from '../../../src/operations/events/dispatchEvents'
import { startCompany, type Client, type Company, type Json } from '../../support/fixtures'
import { issueLicense, logOf } from '../../support/licenseOf'
import { allOf } from '../../support/proveWhole'

let company: Company
let sales: Client

beforeAll(async () => {
  company = await startCompany()
  sales = await company.as('sales')
})
afterAll(() => company?.stop())

const deployment = async (license: Json, ...actions: string[]): Promise<Json> => {
  const { body } = await sales.post('/api/v1/deployments', {
    license: license.licenseId,
    scheduledAt: '2026-12-01T09:00:00.000Z',
  })
  for (const action of actions) await act(body.deployment, action)
  return body.deployment
}
const act = async ({ id }: Json, action: string) => {
  const body = action === 'fail' ? { reason: 'The disk is full' } : {}
  expect((await sales.post(`/api/v1/deployments/${id}/${action}`, body)).status).toBe(200)
}
const readers = async ({ id }: Json): Promise<string[]> => {
  const found: string[] = []
  for (const person of ['partner', 'rival', 'customer'] as const)
    if ((await (await company.as(person)).get(`/api/v1/deployments/${id}`)).status === 200)
      found.push(person)
  return found
}

describe('reassignDeployments', () => {
  it('gives what is still to be done to the new owners of a license, and tells them', async () => {
    const { ids } = company
    const license = await issueLicense(company, { endUserName: 'Acme' })
    const done = await deployment(license, 'start', 'complete')
    const open = [
      await deployment(license),
      await deployment(license, 'start'),
      await deployment(license, 'start', 'fail'),
    ]
    for (const one of [done, ...open]) expect(await readers(one)).toEqual(['partner', 'customer'])
    const given = { partner: ids.beta, customer: ids.bolt }
    expect((await sales.patch(`/api/v1/licenses/${license.id}`, given)).status).toBe(200)
    for (const one of open) {
      expect(await readers(one)).toEqual(['rival'])
      expect((await logOf(company, one.id)).at(-1)?.changes).toEqual({
        partner: { from: ids.alpha, to: ids.beta },
        customer: { from: ids.acme, to: ids.bolt },
      })
    }
    expect(await readers(done)).toEqual(['partner', 'customer'])
    await act(open[1], 'complete')
    await dispatchEvents(company.payload, new Date())
    const told = (await allOf(company.payload, 'notifications')).filter(({ kind, link }) =>
      [kind, link].join().match(`deployment.completed.*${open[1].id}`),
    )
    expect(told.map(({ recipient }) => recipient)).toEqual([ids.rivalUser])
  })

  it('leaves them alone when something else of the license changes', async () => {
    const license = await issueLicense(company, { endUserName: 'Acme' })
    const made = await deployment(license)
    const patch = { internalNotes: 'Call first' }
    expect((await sales.patch(`/api/v1/licenses/${license.id}`, patch)).status).toBe(200)
    expect(await readers(made)).toEqual(['partner', 'customer'])
    expect((await logOf(company, made.id)).map(({ action }) => action)).toEqual(['create'])
  })
})
