import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import {
  client,
  PASSWORD,
  startCompany,
  type Client,
  type Company,
  type Person,
} from '../../support/fixtures'

let company: Company

beforeAll(async () => {
  company = await startCompany()
})
afterAll(async () => company?.stop())

const logIn = async (person: Person) =>
  (
    await company.anybody.post('/api/users/login', {
      email: `${person}@company.test`,
      password: PASSWORD,
    })
  ).status

/** As wrong passwords do. */
const lock = async (person: Person) => {
  await company.payload.db.updateOne({
    collection: 'users',
    where: { email: { equals: `${person}@company.test` } },
    data: { lockUntil: new Date(Date.now() + 600_000).toISOString(), loginAttempts: 5 },
  })
}

const unlockByRest = (who: Client, email: string) => who.post('/api/users/unlock', { email })
const unlockByGraphql = async (who: Client, email: string) => {
  const query = `mutation { unlockUser(email: "${email}", username: "") }`
  return (await who.post('/api/graphql', { query })).body
}

describe('unlocking an account', () => {
  it('is for administrators: everybody else gets one answer, whether there is such a user or not', async () => {
    await lock('rival')
    const everybody: Person[] = ['sales', 'engineer', 'partner', 'customer', 'stray']
    for (const one of [...(await Promise.all(everybody.map(company.as))), company.anybody]) {
      const [known, unknown] = [
        await unlockByRest(one, 'rival@company.test'),
        await unlockByRest(one, 'nobody@company.test'),
      ]
      expect(known.status).toBe(403)
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
      const answers = [
        await unlockByGraphql(one, 'rival@company.test'),
        await unlockByGraphql(one, 'nobody@company.test'),
      ]
      expect(answers[0].errors[0].extensions.code).toBe('FORBIDDEN')
      expect(answers[1]).toEqual(answers[0])
    }
    expect(await logIn('rival')).toBe(401)
    expect((await unlockByRest(await company.as('admin'), 'rival@company.test')).status).toBe(200)
    expect(await logIn('rival')).toBe(200)
  })

  it('lets an administrator in by GraphQL too', async () => {
    await lock('rival')
    const answer = await unlockByGraphql(await company.as('admin'), 'rival@company.test')
    expect(answer.data).toEqual({ unlockUser: true })
    expect(await logIn('rival')).toBe(200)
  })
})

/** What a token is still good for, on Payload's own routes and ours. */
const lookAround = async (user: Client) => {
  const me = await user.get('/api/users/me')
  const { body } = await user.post('/api/graphql', { query: '{ meUser { user { id } } }' })
  return {
    me: me.body.user,
    graphql: body.data?.meUser?.user ?? null,
    refresh: (await user.post('/api/users/refresh-token')).status,
    preferences: (await user.post('/api/payload-preferences/x', { value: 1 })).status,
    orders: (await user.get('/api/v1/partners/orders')).status,
    admin: (await user.get('/api/access')).body.canAccessAdmin ?? false,
  }
}

const out = {
  me: null,
  graphql: null,
  refresh: 403,
  preferences: expect.any(Number),
  orders: 401,
  admin: false,
}

describe('a user who is no longer welcome', () => {
  const setPartner = async (status: string) =>
    (await company.as('admin')).patch(`/api/partners/${company.ids.beta}`, { status })

  it('is out everywhere at once when the partner is set inactive, and old tokens stay dead', async () => {
    const token = await company.logIn('rival')
    const user = client(company.url, token)
    expect(await lookAround(user)).toMatchObject({ refresh: 200, preferences: 200, orders: 200 })
    await setPartner('INACTIVE')
    const seen = await lookAround(user)
    expect(seen).toEqual(out)
    expect(seen.preferences).toBeGreaterThanOrEqual(401)
    expect(await logIn('rival')).toBe(401)
    await setPartner('ACTIVE')
    expect(await lookAround(user)).toEqual(out)
    expect(await logIn('rival')).toBe(200)
  })

  it('is out when moved to an inactive partner, deleted, or without the last role', async () => {
    const admin = await company.as('admin')
    const path = `/api/users/${company.ids.colleagueUser}`
    const changes = [
      [{ partner: company.ids.idle }, { partner: company.ids.alpha }],
      [{ roles: [] }, { roles: ['partner'] }],
    ]
    for (const [leave, back] of changes) {
      const user = client(company.url, await company.logIn('colleague'))
      expect((await admin.patch(path, leave)).status).toBe(200)
      expect(await lookAround(user)).toEqual(out)
      expect((await admin.patch(path, back)).status).toBe(200)
      expect(await lookAround(user)).toEqual(out)
    }
    const user = client(company.url, await company.logIn('colleague'))
    expect((await admin.delete(path)).status).toBe(200)
    expect(await lookAround(user)).toEqual(out)
  })

  it('cannot finish a login that began while the partner was active', async () => {
    const { payload } = company
    // The mark on the user comes with the change of the partner; a login under way has read the old one.
    await payload.db.updateOne({
      collection: 'partners',
      id: company.ids.beta as string,
      data: { status: 'INACTIVE' },
    })
    expect(await logIn('rival')).toBe(401)
    await payload.db.updateOne({
      collection: 'partners',
      id: company.ids.beta as string,
      data: { status: 'ACTIVE' },
    })
    expect(await logIn('rival')).toBe(200)
  })
})
