import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import {
  client,
  PASSWORD,
  startCompany,
  type Client,
  type Company,
  type Json,
  type Person,
} from '../../support/fixtures'

let company: Company

beforeAll(async () => {
  company = await startCompany({
    passwords: { check: (text) => (text.includes('acme') ? 'Not the name of the firm.' : null) },
  })
})
afterAll(async () => company?.stop())

const NEW = 'another-Password-2'

const userOf = async (person: Person) => {
  const path = `/api/users/${company.ids[`${person}User`]}`
  return { path, user: client(company.url, await company.logIn(person)) }
}

const logIn = async (person: Person, password: string) =>
  (await company.anybody.post('/api/users/login', { email: `${person}@company.test`, password }))
    .status

const isIn = async (user: Client) => (await user.get('/api/users/me')).body.user !== null

const faultOf = ({ body, status }: { body: Json; status: number }) => [
  status,
  body.errors?.[0]?.code,
  body.errors?.[0]?.path,
]

const entriesOf = async (person: Person) => {
  const { body } = await (
    await company.as('admin')
  ).get(
    `/api/change-logs?limit=50&sort=-createdAt&where[documentId][equals]=${company.ids[`${person}User`]}`,
  )
  return body.docs as { changes: Record<string, unknown> }[]
}

describe('changing one’s own password', () => {
  it('asks for the present one, and ends the other sessions but not this one', async () => {
    const { path, user } = await userOf('partner')
    const other = client(company.url, await company.logIn('partner'))
    const missing = await user.patch(path, { password: NEW })
    expect(faultOf(missing)).toEqual([422, 'INVALID_INPUT', 'currentPassword'])
    for (const currentPassword of ['wrong-Password-1', '', { $ne: '' }, 7])
      expect(faultOf(await user.patch(path, { password: NEW, currentPassword }))).toEqual([
        422,
        'INVALID_INPUT',
        'currentPassword',
      ])
    expect(await logIn('partner', PASSWORD)).toBe(200)
    const done = await user.patch(path, { password: NEW, currentPassword: PASSWORD })
    expect(done.status).toBe(200)
    expect(JSON.stringify(done.body)).not.toContain(PASSWORD)
    expect([await isIn(user), await isIn(other)]).toEqual([true, false])
    expect([await logIn('partner', PASSWORD), await logIn('partner', NEW)]).toEqual([401, 200])
  })

  it('keeps the present one nowhere, so that nobody can ask for it', async () => {
    const admin = await company.as('admin')
    for (const query of ['where[currentPassword][exists]=true', 'sort=currentPassword'])
      expect((await admin.get(`/api/users?${query}`)).status).toBe(422)
  })

  it('is logged without what it was or is', async () => {
    const [entry] = await entriesOf('partner')
    expect(entry?.changes).toEqual({ password: { to: '••••••••' } })
    expect(JSON.stringify(await entriesOf('partner'))).not.toContain(NEW)
  })

  it('cannot be had by a bulk change or by GraphQL without it either', async () => {
    const { user } = await userOf('colleague')
    const id = company.ids.colleagueUser
    const bulk = await user.patch(`/api/users?where[id][equals]=${id}`, { password: NEW })
    expect(bulk.body.errors[0].message).toMatch(/present password/)
    const given = `id: ${JSON.stringify(id)}, data: { password: "${NEW}" }`
    const query = `mutation { updateUser(${given}) { id } }`
    const { body } = await user.post('/api/graphql', { query })
    expect(body.errors[0].extensions.errors[0].path).toBe('currentPassword')
    expect(await logIn('colleague', PASSWORD)).toBe(200)
  })

  it('stops who guesses the present one with a token of somebody else', async () => {
    const other = await startCompany({ rateLimits: { account: 2 } })
    const user = await other.as('partner')
    const path = `/api/users/${other.ids.partnerUser}`
    const guess = async () =>
      (await user.patch(path, { password: NEW, currentPassword: 'wrong-Password-1' })).status
    // The login before has left nothing behind.
    expect([await guess(), await guess(), await guess()]).toEqual([422, 422, 429])
    await other.stop()
  })

  it('is asked for a new e-mail address too, which leads to a new password', async () => {
    const { path, user } = await userOf('colleague')
    const email = 'thief@elsewhere.test'
    expect(faultOf(await user.patch(path, { email }))).toEqual([
      422,
      'INVALID_INPUT',
      'currentPassword',
    ])
    const same = { email: 'Colleague@Company.test', name: 'Col' }
    expect((await user.patch(path, same)).status).toBe(200)
    const moved = { email: 'colleague2@company.test', currentPassword: PASSWORD }
    expect((await user.patch(path, moved)).status).toBe(200)
    const back = { email: 'colleague@company.test', currentPassword: PASSWORD }
    expect((await user.patch(path, back)).status).toBe(200)
  })

  it('is an administrator’s for others, who are out of their sessions then', async () => {
    const { path, user } = await userOf('rival')
    const admin = await company.as('admin')
    expect((await admin.patch(path, { password: NEW })).status).toBe(200)
    expect([await isIn(user), await logIn('rival', NEW)]).toEqual([false, 200])
    const own = `/api/users/${company.ids.adminUser}`
    expect((await admin.patch(own, { password: NEW })).status).toBe(422)
  })
})

/** What no password may be, of a user with a role of ours. */
const weak: [string, unknown][] = [
  ['short', 'short-Pw-11'],
  ['long', `Aa1-${'x'.repeat(125)}`],
  ['of few characters', 'aaaaaaaaaaaa'],
  ['against the host’s own rule', 'acme-Password-1'],
  ['an object', { $ne: '' }],
  ['a number', 123_456_789_012],
  ['a list', ['another-Password-2']],
  ['a boolean', true],
]

describe('a password that is', () => {
  it.each(weak)('%s is refused wherever one is chosen', async (_what, password) => {
    const admin = await company.as('admin')
    const fault = [422, 'INVALID_INPUT', 'password']
    const created = { email: 'new@company.test', username: 'new', roles: ['sales'], password }
    expect(faultOf(await admin.post('/api/users', created))).toEqual(fault)
    const path = `/api/users/${company.ids.salesUser}`
    expect(faultOf(await admin.patch(path, { password }))).toEqual(fault)
    const token = await company.payload.forgotPassword({
      collection: 'users',
      data: { email: 'sales@company.test' },
      disableEmail: true,
    })
    const reset = { token, password }
    expect(faultOf(await company.anybody.post('/api/users/reset-password', reset))).toEqual(fault)
    expect(await logIn('sales', PASSWORD)).toBe(200)
  })

  it('good enough is taken with the link in a mail, which is logged', async () => {
    const before = (await entriesOf('sales')).length
    const user = client(company.url, await company.logIn('sales'))
    const token = await company.payload.forgotPassword({
      collection: 'users',
      data: { email: 'sales@company.test' },
      disableEmail: true,
    })
    for (const wrong of [{ $ne: '' }, 1, null, [token], ''])
      expect([403, 422]).toContain(
        (await company.anybody.post('/api/users/reset-password', { token: wrong, password: NEW }))
          .status,
      )
    const dead = await company.anybody.post('/api/users/reset-password', {
      token: 'bad',
      password: NEW,
    })
    expect([dead.status, dead.body.errors[0].code]).toEqual([403, 'LINK_EXPIRED'])
    const reset = await company.anybody.post('/api/users/reset-password', { token, password: NEW })
    expect(reset.status).toBe(200)
    expect([await isIn(user), await logIn('sales', NEW)]).toEqual([false, 200])
    const entries = await entriesOf('sales')
    expect(entries).toHaveLength(before + 1)
    expect(entries[0]?.changes).toEqual({ password: { to: '••••••••' } })
  })

  it('the first user’s is held to the same', async () => {
    const { startTestApp } = await import('../../support/startTestApp')
    const app = await startTestApp()
    const register = (password: unknown) =>
      client(app.url).post('/api/users/first-register', {
        email: 'first@company.test',
        username: 'first',
        password,
      })
    expect(faultOf(await register('short-Pw-11'))).toEqual([422, 'INVALID_INPUT', 'password'])
    expect((await register(NEW)).status).toBe(200)
    await app.stop()
  })
})
