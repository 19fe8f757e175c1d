import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { startCompany, type Company } from '../../support/fixtures'

let company: Company
beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company?.stop())

const load = (path: string) => fetch(`${company.url}${path}`)

describe('GET /v1/docs', () => {
  it('is a page that loads all it needs from here, under a policy that refuses the rest', async () => {
    const page = await load('/api/v1/docs')
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ])
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/https?:|\*|unsafe/)
    const html = await page.text()
    expect(html).not.toMatch(/\/\/[a-z]/i)
    const files = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path as string)
    expect(files).toHaveLength(3)
    for (const path of files) {
      const file = await load(path)
      expect([path, file.status]).toEqual([path, 200])
      const type = path.endsWith('.css')
        ? 'text/css; charset=utf-8'
        : path.endsWith('.js')
          ? 'text/javascript; charset=utf-8'
          : 'application/json'
      expect([path, file.headers.get('content-type')]).toEqual([path, type])
      if (type !== 'application/json')
        expect(file.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
      expect((await file.text()).length).toBeGreaterThan(100)
    }
  })

  it('hands out no other file', async () => {
    for (const path of ['package.json', 'index.html', '..%2Fpackage.json', 'constructor']) {
      const answer = await load(`/api/v1/docs/${path}`)
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  it('shows every route of the document of this API, with its errors and an example', async () => {
    const html = await (await load('/api/v1/docs')).text()
    const document = (await (await load('/api/v1/openapi.json')).json()) as {
      servers: { url: string }[]
      paths: Record<string, Record<string, { operationId: string; summary: string }>>
    }
    expect(document.servers).toEqual([{ url: '/api' }])
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/v1/licenses',
        '/v1/stats/overview',
        '/v1/licenses/{licenseId}/usage',
      ]),
    )
    const operations = Object.values(document.paths).flatMap((one) => Object.values(one))
    for (const { operationId } of operations)
      expect(html.split(`<details id="${operationId}">`)).toHaveLength(2)
    expect(html.match(/<details/g)).toHaveLength(operations.length)
    expect(html).toContain('IDEMPOTENCY_CONFLICT')
    expect(html).toContain('&quot;PRO-TEAM&quot;')
    expect(html).toContain('quantity: integer  // ≥ 1; ≤ 100000')
  })
})
