import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'

import { startCompany, type Client, type Company } from '../../support/fixtures'

let company: Company
let partner: Client
const own = '/api/v1/partners/orders'

beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company?.stop())

/** A login of its own, asked with often enough to be remembered. */
beforeEach(async () => {
  await write({ partnerActive: true, roles: ['partner'], partner: company.ids.alpha })
  const token = await company.logIn('colleague')
  partner = {
    ...company.anybody,
    get: (path) => company.anybody.get(path, undefined, { Authorization: `JWT ${token}` }),
  }
  for (let times = 0; times < 3; times += 1) expect((await partner.get(own)).status).toBe(200)
})

/** As another server would: past this one's hooks. */
const write = async (data: object): Promise<void> => {
  const { db } = company.payload
  const where = { id: { equals: company.ids.colleagueUser } }
  const user = await db.findOne({ collection: 'users', where })
  await db.updateOne({ collection: 'users', where, data: { ...user, ...data } })
}

describe('cacheAuthenticatedUsers', () => {
  it('spares the reading of a user that has not changed, and answers the same', async () => {
    const read = jest.spyOn(company.payload, 'findByID')
    const first = await partner.get('/api/users/me')
    const second = await partner.get(own)
    expect([first.body.user.id, second.status]).toEqual([company.ids.colleagueUser, 200])
    const ofUsers = read.mock.calls.filter(([{ collection }]) => collection === 'users')
    read.mockRestore()
    // The account's page reads its user itself; on SQL nothing else does.
    const isSql = ['postgres', 'sqlite'].includes(company.payload.db.name)
    expect(ofUsers.length).toBeLessThanOrEqual(isSql ? 1 : 3)
  })

  it.each([
    ['an inactive partner', { partnerActive: false }, 401],
    ['no role', { roles: [] }, 403],
    ['another partner', { partner: null }, 403],
  ])('lets %s count at once', async (_what, data, status) => {
    await write(data)
    expect((await partner.get(own)).status).toBe(status)
  })

  it('lets a logout count at once, here and on another server', async () => {
    await write({ sessions: [] })
    expect((await partner.get(own)).status).toBe(401)
  })

  it('gives each request a user of its own', async () => {
    const { body } = await partner.get('/api/users/me')
    body.user.roles.push('admin')
    expect((await partner.get('/api/users/me')).body.user.roles).toEqual(['partner'])
    expect((await partner.get('/api/v1/sales-reps')).status).toBe(403)
  })

  it('takes no other token for the one it knows', async () => {
    const token = await company.logIn('colleague')
    const [head, claims, signature] = token.split('.') as [string, string, string]
    const forged = JSON.stringify({
      ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object),
      id: company.ids.adminUser,
    })
    for (const wrong of [
      `${head}.${Buffer.from(forged).toString('base64url')}.${signature}`,
      `${head}.${claims}.${signature.slice(0, -2)}AA`,
      `${head}.${claims}.`,
    ]) {
      const headers = { Authorization: `JWT ${wrong}` }
      expect((await company.anybody.get(own, undefined, headers)).status).toBe(401)
    }
  })
})

describe('cacheAuthenticatedUsers with a host’s own hooks on users', () => {
  it('leaves every reading to Payload, which runs them', async () => {
    let read = 0
    const host = await startCompany({
      overrides: {
        users: ({ defaultCollection: users }) => ({
          ...users,
          hooks: { ...users.hooks, afterRead: [({ doc }) => ((read += 1), doc)] },
        }),
      },
    })
    try {
      const sales = await host.as('sales')
      for (let times = 0; times < 3; times += 1) await sales.get('/api/v1/licenses')
      const before = read
      await sales.get('/api/v1/licenses')
      expect(read).toBeGreaterThan(before)
    } finally {
      await host.stop()
    }
  })
})
