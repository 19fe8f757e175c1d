import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import {
  startCompany,
  type Answer,
  type Client,
  type Company,
  type Json,
} from '../../support/fixtures'
import { issueLicense } from '../../support/licenseOf'

let company: Company
let admin: Client
let license: Json
let deployment: string
let alert: string

beforeAll(async () => {
  company = await startCompany()
  admin = await company.as('admin')
  license = await issueLicense(company, { endUserName: 'Acme' })
  const plan = { license: license.licenseId, scheduledAt: '2027-01-01T00:00:00Z' }
  deployment = (await admin.post('/api/v1/deployments', plan)).body.deployment.id
  const at = new Date().toISOString()
  const data = { license: license.id, kind: 'inactive', state: 'open', severity: 'info' }
  const made = await company.payload.db.create({
    collection: 'alerts',
    data: { ...data, title: 'T', raisedAt: at, openedAt: at, alertKey: 'odd' },
  })
  alert = String(made.id)
})
afterAll(() => company?.stop())

const expectAnswer = (what: unknown, { body, status }: Answer) => {
  expect([what, status < 500, status]).toEqual([what, true, status])
  if (status >= 400) expect([what, typeof body.errors[0].code]).toEqual([what, 'string'])
}

const values: unknown[] = [
  ...[null, '', 'a\u0000b', 1e308, -1, {}, [], true, '%', '__proto__', '2027-01-01'],
  ...['2027-02-30T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z'],
  'x'.repeat(70_000),
]
const ids = [
  '%00',
  'a%00b',
  'x'.repeat(300),
  '1e9',
  '..%2f',
  '[object Object]',
  '-1',
  '9'.repeat(40),
]

describe('odd input', () => {
  it('of alerts’ and deployments’ actions is refused, never a fault of ours', async () => {
    const fields: [path: string, field: string][] = [
      [`alerts/${alert}/snooze`, 'until'],
      [`deployments/${deployment}/reschedule`, 'scheduledAt'],
      [`deployments/${deployment}/fail`, 'reason'],
      [`deployments/${deployment}/complete`, 'version'],
      [`deployments/${deployment}/assign`, 'engineer'],
      [`deployments/${deployment}/assign`, 'assign'],
    ]
    for (const value of values)
      for (const [path, field] of fields)
        expectAnswer([path, value], await admin.post(`/api/v1/${path}`, { [field]: value }))
    for (const id of ids)
      for (const path of [`alerts/${id}/acknowledge`, `deployments/${id}/start`])
        expectAnswer(path, await admin.post(`/api/v1/${path}`, {}))
  }, 60_000)

  it('for a link to one document is refused by its name: also an empty list', async () => {
    const links: [slug: string, id: unknown, field: string][] = [
      ['deployments', deployment, 'engineer'],
      ['licenses', license.id, 'salesRep'],
      ['customers', company.ids.acme, 'partner'],
      ['users', company.ids.salesUser, 'salesRep'],
      ['partners', company.ids.alpha, 'tier'],
      ['price-lists', company.ids.listUsd, 'tier'],
    ]
    for (const [slug, id, field] of links)
      for (const value of [[], [null], {}, true]) {
        const { body, status } = await admin.patch(`/api/${slug}/${String(id)}`, { [field]: value })
        expect([slug, field, value, status, body.errors?.[0]]).toEqual([
          ...[slug, field, value, 422],
          expect.objectContaining({ code: 'INVALID_INPUT', path: field }),
        ])
      }
  })
})
