import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PayloadRequest } from 'payload'

import { countInWindow, readWindow, uncountInWindow } from '../../../src/database/countInWindow'
import { channelOf } from '../../../src/channel'
import { memoryWindows } from '../../../src/domain/access/memoryWindows'
import { limitEndpoint } from '../../../src/operations/licenses/limitEndpoint'
import { pruneRateWindows } from '../../../src/operations/access/pruneRateWindows'
import { client, startCompany, type Company, type Json } from '../../support/fixtures'
import { issueLicense } from '../../support/licenseOf'

let company: Company
const limits = {
  RATE_LIMIT_LOGIN: '3',
  RATE_LIMIT_ACCOUNT: '2',
  RATE_LIMIT_RECOVERY: '4',
  RATE_LIMIT_RECOVERY_OF_ACCOUNT: '2',
  RATE_LIMIT_UNKNOWN_LICENSES: '3',
  TRUST_PROXY: 'loopback',
}

beforeAll(async () => {
  company = await startCompany({}, limits)
})
afterAll(async () => company?.stop())

let last = 0
/** Each test comes from an address of its own. */
const newAddress = () => `203.0.113.${(last += 1)}`

const post = async (path: string, body: unknown, address: string) =>
  company.anybody.post(path, body, { 'x-forwarded-for': address })

const statuses = async (times: number, send: (n: number) => Promise<{ status: number }>) => {
  const all: number[] = []
  for (let n = 0; n < times; n += 1) all.push((await send(n)).status)
  return all
}

/** The same database, and a memory of its own. */
const onAnotherNode = () => Object.assign(channelOf(company.payload), { memory: memoryWindows() })

const wrong = (email: string) => ({ email, password: 'a-wrong-Password-1' })

describe('countInWindow', () => {
  const now = new Date('2026-01-01T00:00:00.000Z')
  const later = new Date(now.getTime() + 60_000)

  it('counts every one of many at once, on whichever node', async () => {
    const { payload } = company
    const all = await Promise.all(
      Array.from({ length: 30 }, () => countInWindow({ payload }, 'many', 60_000, now)),
    )
    expect(all.map(({ hits }) => hits).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, n) => n + 1),
    )
    expect(new Set(all.map(({ resetsAt }) => resetsAt.getTime()))).toEqual(
      new Set([later.getTime()]),
    )
  })

  it('begins anew when the window is over, takes one back, and is pruned', async () => {
    const { payload } = company
    const count = (at: Date) => countInWindow({ payload }, 'one', 60_000, at)
    await count(now)
    expect((await count(now)).hits).toBe(2)
    await uncountInWindow({ payload }, 'one')
    expect((await readWindow({ payload }, 'one', now))?.hits).toBe(1)
    expect(await readWindow({ payload }, 'one', later)).toBeUndefined()
    expect((await count(later)).hits).toBe(1)
    await pruneRateWindows(payload, new Date(later.getTime() + 60_001))
    expect((await payload.count({ collection: 'rate-windows' })).totalDocs).toBe(0)
  })
})

describe('limits of logins', () => {
  it('stop who guesses at one account, and lock nobody else out of it', async () => {
    const address = newAddress()
    const guess = () => post('/api/users/login', wrong('engineer@company.test'), address)
    expect(await statuses(3, guess)).toEqual([401, 401, 429])
    const right = { email: 'engineer@company.test', password: 'a-Password-of-tests-1' }
    expect((await post('/api/users/login', right, address)).status).toBe(429)
    expect((await post('/api/users/login', right, newAddress())).status).toBe(200)
  })

  it('count the name and the e-mail of a user as one account', async () => {
    const address = newAddress()
    const names = ['user-customer', 'customer@company.test', ' Customer@Company.test']
    const guess = (n: number) =>
      post('/api/v1/auth/partner-login', { username: names[n], password: 'wrong' }, address)
    expect(await statuses(3, guess)).toEqual([401, 401, 429])
  })

  it('answer the same for a user that there is not', async () => {
    const address = newAddress()
    const guess = () => post('/api/users/login', wrong('nobody@company.test'), address)
    expect(await statuses(3, guess)).toEqual([401, 401, 429])
  })

  it('stop who tries one password on many accounts, and tell when to come again', async () => {
    const address = newAddress()
    const guess = (n: number) => post('/api/users/login', wrong(`a${n}@company.test`), address)
    expect(await statuses(3, guess)).toEqual([401, 401, 401])
    const { body, headers, status } = await guess(9)
    expect([status, body.errors[0].code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(800)
  })

  it('count tries by GraphQL with those by REST', async () => {
    const address = newAddress()
    const guess = (n: number) => {
      const login = `loginUser(email: "b${n}@company.test", username: "", password: "wrong")`
      return post('/api/graphql', { query: `mutation { ${login} { token } }` }, address)
    }
    expect(await statuses(3, guess)).toEqual([200, 200, 200])
    const { body, headers, status } = await guess(4)
    expect([status, body.errors[0].code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(800)
    expect((await post('/api/users/login', wrong('c@company.test'), address)).status).toBe(429)
  })

  it('do not count logins that succeed, as of many people behind one address', async () => {
    const address = newAddress()
    const right = { email: 'sales@company.test', password: 'a-Password-of-tests-1' }
    expect(await statuses(5, () => post('/api/users/login', right, address))).toEqual([
      200, 200, 200, 200, 200,
    ])
  })
})

describe('limits of the present password', () => {
  it('do not count who knows it', async () => {
    const sales = await company.as('sales')
    const { user } = (await sales.get('/api/users/me')).body
    const change = (n: number) =>
      sales.patch(`/api/users/${user.id}`, {
        email: `sales-${n}@company.test`,
        currentPassword: 'a-Password-of-tests-1',
      })
    expect(await statuses(5, change)).toEqual([200, 200, 200, 200, 200])
    await company.payload.update({
      collection: 'users',
      id: user.id,
      data: { email: 'sales@company.test' },
    })
  })
})

describe('limits of recovery', () => {
  it('stop mails to one account, from wherever they are asked for', async () => {
    const ask = () =>
      post('/api/users/forgot-password', { email: 'rival@company.test' }, newAddress())
    expect(await statuses(3, ask)).toEqual([200, 200, 429])
  })

  it('stop them by whichever of its names the account is told', async () => {
    const email = 'customer@company.test'
    const bodies = [{ email }, { email, username: 'somebody-else' }, { username: 'user-customer' }]
    const ask = (n: number) => post('/api/users/forgot-password', bodies[n], newAddress())
    expect(await statuses(3, ask)).toEqual([200, 200, 429])
  })

  it('count guesses at a link although each is undone, and requests by GraphQL with them', async () => {
    const address = newAddress()
    const guess = (n: number) =>
      post('/api/users/reset-password', { token: `t${n}`, password: 'another-Password-1' }, address)
    expect(await statuses(3, guess)).toEqual([403, 403, 403])
    const query = `mutation { forgotPasswordUser(email: "x@company.test", username: "") }`
    expect((await post('/api/graphql', { query }, address)).status).toBe(200)
    expect((await post('/api/graphql', { query }, address)).status).toBe(429)
    expect((await guess(5)).status).toBe(429)
  })

  it('count who tries to unlock accounts, and no administrator', async () => {
    const body = { email: 'rival@company.test' }
    const unlock = async (token?: string) =>
      client(company.url, token).post('/api/users/unlock', body, {
        'x-forwarded-for': '203.0.113.200',
      })
    expect(await statuses(5, () => unlock())).toEqual([403, 403, 403, 403, 429])
    const { token } = await company.as('admin')
    expect(await statuses(6, () => unlock(token))).toEqual([200, 200, 200, 200, 200, 200])
  })
})

describe('limits of validations', () => {
  const validate = (licenseId: string, address: string) =>
    post('/api/v1/licenses/validate', { licenseId }, address)
  const unknown = (n: number) => `ENT-200001-${String(n).padStart(6, '0')}`

  it('stop who looks for licenses, on whichever node, and not who asks of its own', async () => {
    const { licenseId } = await issueLicense(company)
    const address = newAddress()
    const own = () => validate(licenseId, address)
    const guess = (n: number) => validate(unknown(n), address)
    expect(await statuses(5, own)).toEqual([200, 200, 200, 200, 200])
    expect(await statuses(4, guess)).toEqual([200, 200, 200, 429])
    const refused = await own()
    expect([refused.status, refused.body.errors[0].code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect((await validate(licenseId, newAddress())).status).toBe(200)
    onAnotherNode()
    expect((await guess(5)).status).toBe(429)
    expect((await own()).status).toBe(429)
  })

  it('tell of no license what was found while too many others were not', async () => {
    const address = newAddress()
    const { payload } = company
    const ask = (work: () => Promise<object>) =>
      limitEndpoint('validate')(
        { payload, headers: new Headers({ 'x-forwarded-for': address }) } as PayloadRequest,
        work,
      )
    const verdict = (code: string) => ({ body: { code } })
    let find = (_found: object): void => undefined
    const found = ask(() => new Promise<object>((resolve) => (find = resolve)))
    for (let n = 0; n < 3; n += 1) await ask(async () => verdict('NOT_FOUND'))
    find(verdict('VALID'))
    await expect(found).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })
})

describe('limits of license keys', () => {
  it('stop who guesses at them, on whichever node', async () => {
    const address = newAddress()
    const guess = (n: number) =>
      company.anybody.post(
        `/api/v1/licenses/ENT-200001-00000${n}/usage`,
        { workspaces: 1, users: 1 },
        { 'x-forwarded-for': address, authorization: `License lk_${n}` },
      )
    expect(await statuses(4, guess)).toEqual([401, 401, 401, 429])
    onAnotherNode()
    expect((await guess(5)).status).toBe(429)
  })
})

describe('a store of the host’s own', () => {
  it('counts in the place of the database', async () => {
    const hits = new Map<string, number>()
    const store = {
      increment: async (key: string, windowMs: number) => {
        hits.set(key, (hits.get(key) ?? 0) + 1)
        return { hits: hits.get(key) as number, resetsAt: new Date(Date.now() + windowMs) }
      },
      decrement: async (key: string) => void hits.set(key, (hits.get(key) ?? 1) - 1),
    }
    // No address is told: the limits of an account count all the same.
    const other = await startCompany({ rateLimits: { account: 2, login: 2, store } })
    const guess = () => other.anybody.post('/api/users/login', wrong('rival@company.test'))
    expect(await statuses(3, guess)).toEqual([401, 401, 429])
    // Nobody's wrong keys stop the reports of others.
    const used = { workspaces: 1, users: 1 }
    const report = () => other.anybody.post('/api/v1/licenses/ENT-200001-000001/usage', used)
    expect(await statuses(3, report)).toEqual([401, 401, 401])
    const { docs } = await other.payload.find({ collection: 'rate-windows' })
    expect(docs as Json[]).toEqual([])
    expect([...hits.keys()].join()).not.toContain('rival')
    await other.stop()
  })
})
