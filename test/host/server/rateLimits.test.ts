import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'

import { afterEach, describe, expect, it } from '@jest/globals'
import type { CollectionSlug } from 'payload'

import { hashUsageKey, newUsageKey } from '../../../src/operations/usage/usageKey'
import { postJson, startHttp, type HttpApp } from './startHttp'

let app: HttpApp
afterEach(() => app.stop())

const limited = { RATE_LIMIT_LOGIN: '3', RATE_LIMIT_RECOVERY: '2' }
const wrong = { email: 'nobody@example.com', password: 'wrong-Password-1' }

const statuses = async (path: string, body: unknown, times: number) => {
  const all: number[] = []
  for (let n = 0; n < times; n += 1) all.push((await postJson(app.url + path, body)).status)
  return all
}

/** What fetch would tidy up before sending. */
const raw = (path: string, body: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const all = { 'content-type': 'application/json', ...headers }
    httpRequest({ port: app.port, path, method: 'POST', headers: all }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
      .once('error', reject)
      .end(body)
  })

/** A license that may report, with its key. */
const makeLicense = async (): Promise<{ licenseId: string; key: string }> => {
  const { payload } = app
  const make = async (collection: CollectionSlug, data: object) =>
    (await payload.create({ collection, data: data as never, depth: 0 })) as unknown as {
      id: string
      licenseId: string
    }
  const name = randomUUID()
  const product = { sku: name, name, productType: 'addon', licensePrefix: 'RAT' }
  const { id, licenseId } = await make('licenses', {
    product: (await make('products', product)).id,
    customer: (await make('customers', { name })).id,
    licenseType: 'perpetual',
    startsAt: '2024-01-01T00:00:00.000Z',
  })
  const key = newUsageKey()
  await payload.db.updateOne({
    collection: 'licenses',
    id,
    data: { usageKeyHash: hashUsageKey(key) },
  })
  return { licenseId, key }
}

describe('rateLimits', () => {
  it.each(['/api/v1/auth/partner-login', '/api/users/login', '/api/users/LOGIN/'])(
    'stops guessing of passwords at %s',
    async (path) => {
      app = await startHttp(limited)
      expect(await statuses(path, wrong, 4)).toEqual([401, 401, 401, 429])
      const answer = await postJson(app.url + path, wrong)
      expect(await answer.json()).toMatchObject({ errors: [{ code: 'TOO_MANY_REQUESTS' }] })
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    },
  )

  it.each([
    '/api/users/./login',
    '/api/x/../users/login',
    '/api/users\\login',
    '/api/users/%2e/login',
    '/api/users/%6cogin',
    '/api/users//login',
    '//api/users/login',
    '/API/Users/LOGIN',
    '/api/users/login?a=/../b',
    '/api/v1/auth/./partner-login',
    '/api/users/x/../login/',
  ])('counts whatever leads to the login, as %s does', async (path) => {
    app = await startHttp({ ...limited, RATE_LIMIT_LOGIN: '1' })
    expect(await statuses('/api/users/login', wrong, 1)).toEqual([401])
    const body = JSON.stringify({ ...wrong, username: wrong.email })
    const tricks: Record<string, string>[] = [
      {},
      { 'x-http-method-override': 'POST' },
      { 'x-forwarded-for': '203.0.113.9' },
    ]
    for (const headers of tricks) expect([400, 404, 429]).toContain(await raw(path, body, headers))
    const { totalDocs } = await app.payload.count({ collection: 'users' })
    expect(totalDocs).toBe(0)
  })

  it('counts by GraphQL however the name of the mutation is written', async () => {
    app = await startHttp({ ...limited, RATE_LIMIT_LOGIN: '1' })
    const fields = '(email: "a@b.test", username: "", password: "wrong") { token }'
    const query = `mutation { loginUser${fields} }`
    const body = JSON.stringify({ query }).replace('loginUser', '\\u006coginUser')
    expect(await statuses('/api/graphql', body, 2)).toEqual([200, 429])
  })

  it('counts the panel’s server functions, which come with no address', async () => {
    app = await startHttp({ ...limited, RATE_LIMIT_ACCOUNT: '2' })
    const logIn = () =>
      app.payload
        .login({ collection: 'users', data: wrong })
        .catch((error: { status: number }) => error.status)
    expect([await logIn(), await logIn(), await logIn()]).toEqual([401, 401, 429])
  })

  it('limits the registration of the first user, for which no operation has a hook', async () => {
    app = await startHttp({ ...limited, RATE_LIMIT_PUBLIC: '2' })
    expect(await statuses('/api/users/first-register', { email: 'x' }, 3)).toEqual([422, 422, 429])
  })

  it('stops guessing by GraphQL, under an alias too', async () => {
    app = await startHttp(limited)
    const query = `mutation { a: loginUser(email: "a@b.test", username: "", password: "wrong-Password-1") { token } }`
    const all = await statuses('/api/graphql', { query }, 4)
    expect(all.at(-1)).toBe(429)
    expect(all.slice(0, 3)).not.toContain(429)
    expect(await statuses('/api/graphql', { query: '{ __typename }' }, 1)).toEqual([200])
  })

  it('does not count logins that succeed, as of many people behind one address', async () => {
    app = await startHttp(limited)
    const ann = { email: 'ann@example.com', password: 'a-Password-of-Ann-1' }
    await app.payload.create({ collection: 'users', data: { ...ann, roles: ['admin'] } as never })
    expect(await statuses('/api/users/login', ann, 6)).toEqual([200, 200, 200, 200, 200, 200])
  })

  it('limits mails for a new password, though each request succeeds', async () => {
    app = await startHttp(limited)
    const all = await statuses('/api/users/forgot-password', { email: wrong.email }, 3)
    expect(all).toEqual([200, 200, 429])
  })

  it('limits what one license reports in a minute, and no other one', async () => {
    app = await startHttp({ RATE_LIMIT_USAGE: '2' })
    const report = async (id: string, key: string) =>
      (
        await postJson(
          `${app.url}/api/v1/licenses/${id}/usage`,
          { workspaces: 1, users: 1 },
          { authorization: `License ${key}` },
        )
      ).status
    const [one, other] = [await makeLicense(), await makeLicense()]
    const all = []
    for (let n = 0; n < 3; n += 1) all.push(await report(one.licenseId, one.key))
    expect(all).toEqual([202, 202, 429])
    // Whoever lacks the key cannot use up the reports of the one who has it.
    for (let n = 0; n < 3; n += 1) await report(other.licenseId, 'lk_wrong')
    expect(await report(other.licenseId, other.key)).toBe(202)
  })

  it('stops guessing of license keys, whichever license and key', async () => {
    app = await startHttp({ RATE_LIMIT_LOGIN: '3' })
    const all = []
    for (let n = 0; n < 4; n += 1) {
      const path = `/api/v1/licenses/ENT-202611-00000${n}/usage`
      const headers = { authorization: `License lk_${n}` }
      const answer = await postJson(app.url + path, { workspaces: 1, users: 1 }, headers)
      all.push(answer.status)
      if (n === 3) expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    }
    expect(all).toEqual([401, 401, 401, 429])
  })

  it('limits how many licenses one address may have judged in a minute', async () => {
    app = await startHttp({ RATE_LIMIT_VALIDATE: '2' })
    const body = { licenseId: 'ENT-202611-000001' }
    expect(await statuses('/api/v1/licenses/validate', body, 3)).toEqual([200, 200, 429])
  })

  it('takes the address that a trusted proxy tells, and of nobody else', async () => {
    const from = (ip: string) =>
      postJson(`${app.url}/api/users/login`, wrong, { 'x-forwarded-for': ip })
    app = await startHttp({ ...limited, RATE_LIMIT_LOGIN: '1' })
    await from('203.0.113.1')
    expect((await from('203.0.113.2')).status).toBe(429)
    await app.stop()
    app = await startHttp({ ...limited, RATE_LIMIT_LOGIN: '1', TRUST_PROXY: 'loopback' })
    await from('203.0.113.1')
    expect((await from('203.0.113.2')).status).toBe(401)
  })
})
