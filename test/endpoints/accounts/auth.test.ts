import crypto from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'

import {
  client,
  order,
  PASSWORD,
  startCompany,
  type Company,
  type Json,
} from '../../support/fixtures'

let company: Company

beforeAll(async () => {
  company = await startCompany()
})
afterAll(async () => company?.stop())

const logIn = (body: object) => company.anybody.post('/api/v1/auth/partner-login', body)
const user = (name: string) => ({ username: name, password: PASSWORD })

describe('partnerLogin', () => {
  it('takes the user name or the e-mail, and tells who it is', async () => {
    const answers = [
      await logIn(user('user-partner')),
      await logIn(user('partner@company.test')),
      await logIn({ email: 'partner@company.test', password: PASSWORD }),
      await logIn({ email: 'Partner@Company.test ', password: PASSWORD }),
    ]
    for (const { body, status } of answers) {
      expect(status).toBe(200)
      expect(body.user).toEqual({
        id: String(company.ids.partnerUser),
        email: 'partner@company.test',
        roles: ['partner'],
        partner: { id: String(company.ids.alpha), name: 'Alpha', status: 'ACTIVE' },
      })
      expect(body.exp * 1000).toBeGreaterThan(Date.now())
      const { status: allowed } = await client(company.url, body.token).get(
        '/api/v1/partners/orders',
      )
      expect(allowed).toBe(200)
    }
  })

  it('sets a cookie that works instead of the token', async () => {
    const { headers } = await logIn(user('user-partner'))
    const [cookie] = headers.getSetCookie()
    expect(cookie).toMatch(/^payload-token=.+HttpOnly/)
    const Cookie = String(cookie).split(';')[0] as string
    const { status } = await company.anybody.get('/api/v1/partners/orders', undefined, { Cookie })
    expect(status).toBe(200)
  })

  it('gives one answer for a wrong password, an unknown, inactive or locked user, and one of no partner', async () => {
    const wrong = await logIn({ username: 'user-rival', password: 'wrong' })
    expect([wrong.status, wrong.body.errors]).toEqual([
      401,
      [{ code: 'INVALID_CREDENTIALS', message: expect.any(String) }],
    ])
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect((await logIn({ username: 'user-colleague', password: 'wrong' })).body).toEqual(
        wrong.body,
      )
    for (const name of [
      'user-colleague',
      'colleague@company.test',
      'nobody',
      'nobody@company.test',
      'user-idle',
      'idle@company.test',
      'user-stray',
      'user-admin',
      'sales@company.test',
      'user-customer',
      "' OR 1=1 --",
    ]) {
      const { body, headers, status } = await logIn(user(name))
      expect([name, status, body]).toEqual([name, 401, wrong.body])
      expect(headers.getSetCookie()).toEqual([])
    }
  })

  it('does the same work for a user that there is not, or is locked, as for a wrong password', async () => {
    const spy = jest.spyOn(crypto, 'pbkdf2')
    const workOf = async (name: string) => {
      spy.mockClear()
      await logIn({ username: name, password: 'wrong' })
      await company.anybody.post('/api/users/login', { username: name, password: 'wrong' })
      return spy.mock.calls.map(([, , iterations, length]) => [iterations, length])
    }
    const known = await workOf('user-rival')
    expect(known).toEqual([
      [600_000, 32],
      [600_000, 32],
    ])
    for (const name of ['nobody', 'nobody@company.test', 'user-colleague'])
      expect(await workOf(name)).toEqual(known)
    spy.mockRestore()
  })

  it('says which field is missing or wrong', async () => {
    const cases: [object, string][] = [
      [{}, 'password'],
      [{ password: PASSWORD }, 'username'],
      [{ username: '', password: PASSWORD }, 'username'],
      [{ username: { $gt: '' }, password: PASSWORD }, 'username'],
      [{ username: 'x', password: { $gt: '' } }, 'password'],
      [{ username: 'x', password: 'x'.repeat(1001) }, 'password'],
      [{ username: ['user-partner'], password: PASSWORD }, 'username'],
    ]
    for (const [body, path] of cases) {
      const answer = await logIn(body)
      expect(answer.status).toBe(422)
      expect(answer.body.errors.map((error: Json) => error.path)).toContain(path)
    }
  })
})

describe('partnerLogout', () => {
  it('ends the session: its token and cookie are refused afterwards, another session’s are not', async () => {
    const first = client(company.url, (await logIn(user('user-partner'))).body.token)
    const second = client(company.url, (await logIn(user('user-partner'))).body.token)
    const { body, headers, status } = await first.post('/api/v1/auth/partner-logout', {})
    expect([status, body]).toEqual([200, { success: true }])
    expect(headers.getSetCookie()[0]).toMatch(/^payload-token=;/)
    for (const path of ['/api/v1/partners/orders', '/api/v1/partners/products'])
      expect((await first.get(path)).status).toBe(401)
    expect((await first.post('/api/v1/partners/orders', order())).status).toBe(401)
    expect((await first.get('/api/orders')).body.docs).toBeUndefined()
    expect((await first.post('/api/v1/auth/partner-logout', {})).status).toBe(401)
    expect((await second.get('/api/v1/partners/orders')).status).toBe(200)
  })
})

describe('what Payload finds wrong', () => {
  it('is told in the language of who asks, with our code', async () => {
    const login = { email: 'admin@company.test', password: 'a-wrong-Password-1' }
    const chinese = { 'accept-language': 'zh' }
    const { body } = await company.anybody.post('/api/users/login', login, chinese)
    expect(body.errors[0]).toMatchObject({
      code: 'INVALID_CREDENTIALS',
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    })
  })

  it('names no table', async () => {
    const partner = await company.as('partner')
    const { user } = (await partner.get('/api/users/me')).body
    const answer = await partner.patch(`/api/users/${user.id}`, {
      email: 'admin@company.test',
      currentPassword: 'a-Password-of-tests-1',
    })
    expect([answer.status, answer.body.errors[0].code]).toEqual([409, 'DUPLICATE'])
    expect(JSON.stringify(answer.body)).not.toContain('table')
  })
})
