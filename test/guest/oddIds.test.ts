import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { buildCompany, PASSWORD } from '../support/fixtures'
import { startGuest, type Guest } from './startGuest'

/** None of them is the ID of anything, whatever IDs the host's database has. */
const odd = ['abc', 'versions', 'NaN', '-1', '1.5', '1e400', '0x1', '99999999999999999999', 'null']

const asks: [method: string, path: string][] = [
  ['GET', '/api/orders/ID'],
  ['PATCH', '/api/orders/ID'],
  ['DELETE', '/api/orders/ID'],
  ['GET', '/api/partners/ID'],
  ['GET', '/api/tiers/ID'],
  ['GET', '/api/orders?where[id][equals]=ID'],
  ['GET', '/api/orders?where[partner][equals]=ID'],
  ['GET', '/api/orders?where[id][in]=ID'],
  ['GET', '/api/orders?where[partner.id][equals]=ID'],
  ['GET', '/api/orders?where[partner][like]=ID'],
  ['GET', '/api/orders?where[id][greater_than]=ID'],
  ['GET', '/api/orders/count?where[and][0][id][not_in]=1,ID'],
  ['GET', '/api/v1/licenses?partner=ID'],
  ['GET', '/api/v1/partners/orders/ID'],
  ['POST', '/api/v1/orders/ID/approve'],
  ['GET', '/api/v1/licenses/ID'],
]

describe('a blank host, whose IDs its own adapter makes', () => {
  let guest: Guest
  const tokens: Record<string, string> = {}

  beforeAll(async () => {
    guest = await startGuest()
    await buildCompany(guest.payload)
    for (const person of ['partner', 'sales', 'admin']) {
      const login = { email: `${person}@company.test`, password: PASSWORD }
      tokens[person] = (await guest.send('POST', '/api/users/login', login)).body.token
    }
  })

  afterAll(() => guest?.stop())

  it.each(asks)('answers nobody with a fault of its own: %s %s', async (method, path) => {
    const statuses: [string, string, number][] = []
    for (const id of odd)
      for (const [person, token] of Object.entries(tokens)) {
        const body = method === 'GET' || method === 'DELETE' ? undefined : {}
        const { status } = await guest.send(method, path.replace('ID', id), body, token)
        statuses.push([id, person, status])
      }
    expect(statuses.filter(([, , status]) => status >= 500)).toEqual([])
    if (path.endsWith('orders/ID'))
      expect(statuses.filter(([, , status]) => status < 400)).toEqual([])
  })
})
