import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { request as httpRequest } from 'node:http'

import { postJson, startHttp, type HttpApp } from './startHttp'

const PASSWORD = 'a-Password-never-logged-1'

let app: HttpApp
beforeAll(async () => {
  app = await startHttp({ PUBLIC_URL: 'https://partners.example.com' })
  await app.payload.create({
    collection: 'users',
    data: { email: 'ann@example.com', password: PASSWORD, roles: ['admin'] } as never,
  })
})
afterAll(() => app.stop())

const login = async (): Promise<string> => {
  const answer = await postJson(`${app.url}/api/users/login`, {
    email: 'ann@example.com',
    password: PASSWORD,
  })
  return ((await answer.json()) as { token: string }).token
}

/** What fetch would tidy up before sending. */
const raw = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const request = httpRequest({ port: app.port, path, method, headers }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        )
      })
      request.on('error', reject).end()
    },
  )

describe('probes', () => {
  it('says that the process is up, and that the database answers', async () => {
    const [health, ready] = await Promise.all([
      fetch(`${app.url}/healthz`),
      fetch(`${app.url}/readyz`),
    ])
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  })

  it.each([
    ['is away', () => Promise.reject(new Error('connect ECONNREFUSED'))],
    ['hangs', () => new Promise<never>(() => {})],
  ])('asks for no requests while the database %s, and stays up', async (_how, find) => {
    const spy = jest.spyOn(app.payload.db, 'find').mockImplementation(find)
    const ready = await fetch(`${app.url}/readyz`)
    spy.mockRestore()
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable' }])
    expect(ready.headers.get('retry-after')).toBe('5')
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
  })

  it('answers 503 with Retry-After rather than 500 where the database has gone', async () => {
    const token = await login()
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const spy = jest.spyOn(app.payload.db, 'find').mockRejectedValue(away)
    const answer = await fetch(`${app.url}/api/orders`, {
      headers: { authorization: `JWT ${token}` },
    })
    spy.mockRestore()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'UNAVAILABLE' }] })
  })

  it('measures requests by route pattern, however many addresses there are', async () => {
    const token = await login()
    const headers = { authorization: `JWT ${token}` }
    const missing = ['1', '2', '3'].map((id) => `orders/${id}0000000-0000-7000-8000-000000000000`)
    const paths = [...missing, 'orders', 'no-such-thing/1', 'no-such-thing/2']
    await Promise.all(paths.map((path) => fetch(`${app.url}/api/${path}`, { headers })))
    const text = await (await fetch(`${app.url}/metrics`)).text()
    const routes = new Set([...text.matchAll(/_count\{[^}]*route="([^"]+)"/g)].map(([, r]) => r))
    expect([...routes]).toEqual(
      expect.arrayContaining(['/api/orders/:id', '/api/orders', '/api/*']),
    )
    expect([...routes].filter((route) => /0000|no-such/.test(route ?? ''))).toEqual([])
    expect(text).toContain('process_resident_memory_bytes')
  })
})

describe('security headers', () => {
  it('lets an answer of the API load nothing and be framed by nobody', async () => {
    const { headers } = await fetch(`${app.url}/api/users/me`)
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('promises HTTPS where the public address has it', async () => {
    const { headers } = await fetch(`${app.url}/healthz`)
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d+/)
  })

  it('takes a request that another site makes a browser send as one without a session', async () => {
    const cookie = `payload-token=${await login()}`
    const as = async (origin: string) => {
      const answer = await postJson(`${app.url}/api/tiers`, {}, { cookie, origin })
      return answer.status
    }
    expect(await as('https://evil.example')).toBe(403)
    expect(await as('https://partners.example.com')).not.toBe(403)
    // Without an Origin a browser still tells where the page is.
    const site = async (from: string) => {
      const headers = { cookie, 'sec-fetch-site': from }
      return (await postJson(`${app.url}/api/tiers`, {}, headers)).status
    }
    expect(await site('cross-site')).toBe(403)
    expect(await site('same-origin')).not.toBe(403)
  })
})

describe('request IDs', () => {
  it('keeps the one that a proxy gave, makes one where there is none or an unfit one', async () => {
    const idFor = async (given?: string) => {
      const headers: Record<string, string> = given === undefined ? {} : { 'x-request-id': given }
      return (await raw('/healthz', 'GET', headers)).headers['x-request-id']
    }
    expect(await idFor('trace-42')).toBe('trace-42')
    const made = [await idFor(), await idFor('<script>'), await idFor('x'.repeat(200))]
    for (const id of made) expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(new Set(made).size).toBe(3)
  })
})

describe('unfit requests', () => {
  it('refuses a path that cannot be decoded', async () => {
    const { body, status } = await raw('/api/%E0%A4%A')
    expect(status).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ errors: [{ code: 'MALFORMED_REQUEST' }] })
  })

  it('refuses a host name that is none', async () => {
    const { body, status } = await raw('/api/orders', 'GET', { host: 'a b/c' })
    expect([status, body]).toEqual([400, expect.stringContaining('MALFORMED_REQUEST')])
  })

  it.each(['/api/no-such-thing', '/api/v1/no-such-thing', '/no-such-page'])(
    'answers %s with NOT_FOUND',
    async (path) => {
      const answer = await fetch(app.url + path)
      expect([answer.status, await answer.json()]).toMatchObject([
        404,
        { errors: [{ code: 'NOT_FOUND' }] },
      ])
    },
  )

  it.each(['/api/orders', '/api/v1/partners/orders', '/api/graphql'])(
    'refuses a body beyond the limit at %s, whether or not it tells its length',
    async (path) => {
      const text = JSON.stringify({ notes: 'x'.repeat(1_200_000) })
      const told = await postJson(app.url + path, text)
      const untold = await fetch(app.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Blob([text]).stream(),
        duplex: 'half',
      } as RequestInit)
      for (const answer of [told, untold]) {
        expect(answer.status).toBe(413)
        expect(await answer.json()).toMatchObject({ errors: [{ code: 'BODY_TOO_LARGE' }] })
      }
    },
  )

  it('says nothing of what went wrong inside', async () => {
    const headers = { authorization: `JWT ${await login()}` }
    const { find } = app.payload.db
    const spy = jest.spyOn(app.payload.db, 'find').mockImplementation((args) => {
      if (args.collection === 'orders') throw new Error('secret detail')
      return find.call(app.payload.db, args)
    })
    const answer = await fetch(`${app.url}/api/orders`, { headers })
    spy.mockRestore()
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({ errors: [{ code: 'INTERNAL' }] })
    expect(text).not.toMatch(/secret detail|\.ts|node_modules/)
  })
})

describe('HEAD and GraphQL', () => {
  it('answers a query that comes as a form, as the admin panel asks for what a field links to', async () => {
    const ask = async (path: string, override: string) => {
      const answer = await fetch(`${app.url}${path}`, {
        method: 'POST',
        headers: {
          Authorization: `JWT ${await login()}`,
          'Content-Type': 'application/x-www-form-urlencoded',
          [override]: 'GET',
        },
        body: 'depth=0&where[email][equals]=ann@example.com',
      })
      return [answer.status, await answer.json()]
    }
    for (const override of ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override']) {
      const found = await ask('/api/users', override)
      expect(found).toMatchObject([200, { docs: [{ email: 'ann@example.com' }] }])
      expect((await ask('/api/no-such-thing', override))[0]).toBe(404)
    }
  })

  it('answers HEAD as GET without the body', async () => {
    const answer = await fetch(`${app.url}/api/v1/openapi.json`, { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  it('answers GraphQL under the same grants as REST, with the same codes', async () => {
    const query = '{ Orders { totalDocs } }'
    const nobody = await postJson(`${app.url}/api/graphql`, { query })
    expect(await nobody.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    const authorization = `JWT ${await login()}`
    const admin = await postJson(`${app.url}/api/graphql`, { query }, { authorization })
    expect(await admin.json()).toEqual({ data: { Orders: { totalDocs: 0 } } })
  })

  it('refuses a GraphQL query that does not fit the schema, or is none', async () => {
    for (const query of ['{ nothing }', '{', 7]) {
      const answer = await postJson(`${app.url}/api/graphql`, { query })
      expect([400, 422]).toContain(answer.status)
      expect(await answer.json()).toHaveProperty('errors.0.message')
    }
  })
})

describe('logs', () => {
  it('hold one line a request and neither a password nor a token', async () => {
    app.lines.length = 0
    const token = await login()
    const share = 'sHaReToKeN0123456789abcdef'
    await fetch(`${app.url}/api/v1/share/orders/${share}?token=${share}`, {
      headers: { authorization: `JWT ${token}`, cookie: `payload-token=${token}` },
    })
    await fetch(`${app.url}/share/order/${share}`)
    await fetch(`${app.url}/admin/reset/${share}?x=1&where[resetPasswordToken][equals]=${share}`)
    const text = app.lines.join('')
    expect(app.lines.filter((line) => line.includes('"request"'))).toHaveLength(4)
    expect(text).toContain('/share/order/[redacted]')
    for (const secret of [PASSWORD, token, share]) expect(text).not.toContain(secret)
    expect(JSON.parse(app.lines[0] ?? '')).toMatchObject({
      method: 'POST',
      route: '/api/users/login',
      status: 200,
      requestId: expect.any(String),
      ms: expect.any(Number),
    })
  })
})
