import { generateKeyPairSync } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CompactSign } from 'jose'
import { createClientConfig } from 'payload'

import { verdictCodes, type VerdictCode } from '../../../src/domain/licenses/licenseRules'
import { parseSigningKeys } from '../../../src/operations/licenses/signingKeys'
import {
  line,
  order,
  startCompany,
  type Client,
  type Company,
  type Json,
} from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

const newJwk = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
const [first, second] = [newJwk(), newJwk()]

let company: Company
let sales: Client
let partner: Client
let ids: string[]

beforeAll(async () => {
  company = await startCompany({ signing: { keys: first as never, issuer: 'https://issuer.test' } })
  sales = await company.as('sales')
  partner = await company.as('partner')
  const items = [line({ quantity: 80, endUserName: 'Acme' })]
  const placed = await partner.post('/api/v1/partners/orders', order({ items }))
  const { body } = await sales.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
  ids = body.licenses.map(({ licenseId }: Json) => licenseId)
})
afterAll(async () => company?.stop())

/** A license in use that no other story touches. */
const fresh = async (data: object = {}): Promise<string> => {
  const id = ids.pop() as string
  await company.payload.db.updateOne({
    collection: 'licenses',
    where: { licenseId: { equals: id } },
    data: { state: 'in_use', startsAt: '2023-01-01T00:00:00.000Z', ...data },
  })
  return id
}

const ask = (body: object) => company.anybody.post('/api/v1/licenses/validate', body)
const certify = async (id: string): Promise<string> =>
  (await partner.get(`/api/v1/licenses/${id}/certificate`)).body.certificate

/** As if the host had been started with other keys. */
const withKeys = async <T>(keys: Json[] | undefined, work: () => Promise<T>): Promise<T> => {
  const { signing } = company.payload.config.custom?.channel.options
  const before = signing.keys
  signing.keys = keys && parseSigningKeys({ keys })
  try {
    return await work()
  } finally {
    signing.keys = before
  }
}

const claimsIn = (certificate: string): Json =>
  JSON.parse(Buffer.from(certificate.split('.')[1] as string, 'base64url').toString())

describe('validateLicense', () => {
  it.each([
    ['user', { user: 9_000 }],
    ['workspace', { workspace: 9_000 }],
    ['product', { product: 'enterprise' }],
  ])('refuses %s, which it does not know, rather than judging without it', async (path, more) => {
    const { body, status } = await ask({ licenseId: 'ENT-202611-000001', ...more })
    expect([status, body.errors?.[0]]).toMatchObject([422, { code: 'INVALID_INPUT', path }])
  })

  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
  const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString()
  type Case = {
    data?: () => object
    asked?: object
    beside: { data?: () => object; asked?: object }
  }

  const cases: Partial<Record<VerdictCode, Case>> = {
    TERMINATED: { data: () => ({ state: 'terminated' }), beside: {} },
    SUSPENDED: { data: () => ({ state: 'suspended' }), beside: {} },
    EXPIRED: {
      data: () => ({ expiresAt: anHourAgo() }),
      beside: { data: () => ({ expiresAt: inAnHour() }) },
    },
    NOT_DEPLOYED: {
      data: () => ({ state: 'created' }),
      beside: { data: () => ({ state: 'deployed' }) },
    },
    NOT_STARTED: {
      data: () => ({ startsAt: inAnHour() }),
      beside: { data: () => ({ startsAt: anHourAgo() }) },
    },
    PRODUCT_MISMATCH: {
      asked: { productType: 'addon' },
      beside: { asked: { productType: 'enterprise' } },
    },
    TOO_MANY_WORKSPACES: { asked: { workspaces: 51 }, beside: { asked: { workspaces: 50 } } },
    TOO_MANY_USERS: { asked: { users: 501 }, beside: { asked: { users: 500 } } },
  }

  it.each(Object.entries(cases))(
    'answers %s where it is so, and VALID just beside',
    async (code, row) => {
      const wrong = await ask({ licenseId: await fresh(row.data?.()), ...row.asked })
      expect([wrong.status, wrong.body]).toEqual([
        200,
        expect.objectContaining({ valid: false, code, detail: expect.any(String) }),
      ])
      const right = await ask({ licenseId: await fresh(row.beside.data?.()), ...row.beside.asked })
      expect(right.body).toMatchObject({ valid: true, code: 'VALID' })
    },
  )

  it('answers NOT_FOUND, and not an error, for what there is not', async () => {
    for (const licenseId of ['ENT-209912-000001', 'x', "'; --", 'constructor']) {
      const { body, status } = await ask({ licenseId })
      expect([status, body]).toEqual([
        200,
        { valid: false, code: 'NOT_FOUND', detail: 'There is no such license.' },
      ])
    }
  })

  it('has a case for every verdict', () => {
    expect([...Object.keys(cases), 'VALID', 'NOT_FOUND', 'SIGNATURE_INVALID'].sort()).toEqual(
      [...verdictCodes].sort(),
    )
  })

  it('lets the product say how much more is allowed', async () => {
    const licenseId = await fresh()
    const admin = await company.as('admin')
    const allow = (overagePolicy: string) =>
      admin.patch(`/api/products/${company.ids.suite}`, { overagePolicy })
    await allow('x1_25')
    expect((await ask({ licenseId, users: 625 })).body.code).toBe('VALID')
    expect((await ask({ licenseId, users: 626 })).body.code).toBe('TOO_MANY_USERS')
    await allow('always')
    expect((await ask({ licenseId, users: 100_000 })).body.code).toBe('VALID')
    await allow('none')
    expect((await ask({ licenseId, users: 501 })).body.code).toBe('TOO_MANY_USERS')
  })

  it('judges each of many at the same moment by itself, as it is by then', async () => {
    const states = ['in_use', 'suspended', 'terminated', 'created', 'in_use'] as const
    const known = await Promise.all(
      states.map(async (state) => ({ state, licenseId: await fresh({ state }) })),
    )
    const asked = Array.from({ length: 60 }, (_, n) => known[n % known.length]!)
    const answers = await Promise.all([
      ...asked.map(({ licenseId }) => ask({ licenseId })),
      ask({ licenseId: 'ENT-209912-000001' }),
    ])
    expect(answers.pop()?.body.code).toBe('NOT_FOUND')
    expect(answers.map(({ body }) => [body.license.licenseId, body.license.state])).toEqual(
      asked.map(({ licenseId, state }) => [licenseId, state]),
    )
  })

  it('tells anybody what the license is, and nothing of who has it', async () => {
    const licenseId = await fresh()
    const { body } = await ask({ licenseId })
    expect(body.license).toEqual({
      licenseId,
      productType: 'enterprise',
      licenseType: 'subscription',
      state: 'in_use',
      startsAt: '2023-01-01T00:00:00.000Z',
      expiresAt: expect.any(String),
      limits: { workspaces: 50, users: 500 },
    })
  })

  it.each([
    ['neither', {}],
    ['both', { licenseId: 'ENT-202611-000001', certificate: 'a.b.c' }],
    ['a number', { licenseId: 5 }],
    ['half a user', { licenseId: 'ENT-202611-000001', users: 0.5 }],
    ['a certificate without end', { certificate: 'a'.repeat(20_000) }],
  ])('refuses %s', async (_words, body) => {
    expect((await ask(body)).status).toBe(422)
  })
})

describe('validateLicense with a certificate', () => {
  it('counts what the license is now, not what it was when it was signed', async () => {
    const id = await fresh()
    const certificate = await certify(id)
    expect((await ask({ certificate })).body).toMatchObject({
      valid: true,
      code: 'VALID',
      license: { licenseId: id },
    })
    const { id: documentId } = (
      await allOf(company.payload, 'licenses', { licenseId: { equals: id } })
    )[0]
    await company.payload.db.updateOne({
      collection: 'licenses',
      id: documentId,
      data: { state: 'terminated' },
    })
    expect((await ask({ certificate })).body).toMatchObject({ valid: false, code: 'TERMINATED' })
  })

  it('is read as editors and mails leave it: line breaks, blanks, marks that nobody sees', async () => {
    const certificate = await certify(await fresh())
    for (const left of [
      `\uFEFF${certificate}\r\n`,
      ` ${certificate} `,
      certificate.replace(/.{64}/g, '$&\n'),
    ])
      expect((await ask({ certificate: left })).body).toMatchObject({ valid: true, code: 'VALID' })
  })

  it('is believed as a certificate only, whatever else the same key signed', async () => {
    const certificate = await certify(await fresh())
    const [, body = ''] = certificate.split('.')
    const { kid, privateKey } = parseSigningKeys(first)
    const sign = (typ: string) =>
      new CompactSign(Buffer.from(body, 'base64url'))
        .setProtectedHeader({ alg: 'EdDSA', kid, typ })
        .sign(privateKey)
    expect((await ask({ certificate: await sign('JWT') })).body.code).toBe('VALID')
    expect((await ask({ certificate: await sign('at+jwt') })).body.code).toBe('SIGNATURE_INVALID')
  })

  it('is never valid once any one character is another', async () => {
    const certificate = await certify(await fresh())
    const answers = []
    for (let at = 0; at < certificate.length; at += 1) {
      const other = certificate[at] === 'A' ? 'B' : 'A'
      const changed = certificate.slice(0, at) + other + certificate.slice(at + 1)
      answers.push((await ask({ certificate: changed })).body)
    }
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['SIGNATURE_INVALID']))
    expect(answers.filter(({ license, valid }) => valid || license)).toEqual([])
    // The spare bits of the last character stand for nothing, and must be as they were.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const last of alphabet.replace(certificate.at(-1) as string, ''))
      expect((await ask({ certificate: certificate.slice(0, -1) + last })).body.valid).toBe(false)
  })

  it('believes no algorithm but its own, and no key that came along', async () => {
    const certificate = await certify(await fresh())
    const [, body] = certificate.split('.')
    const head = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url')
    for (const forged of [
      `${head({ alg: 'none' })}.${body}.YQ`,
      `${head({ alg: 'HS256', kid: parseSigningKeys(first).kid })}.${body}.YQ`,
      `${head({ alg: 'EdDSA', jwk: newJwk() })}.${body}.YQ`,
      `${body}`,
      'a.b.c',
    ])
      expect((await ask({ certificate: forged })).body).toMatchObject({ code: 'SIGNATURE_INVALID' })
  })
})

describe('getCertificate', () => {
  it('is signed by the published key and says what the license is', async () => {
    const id = await fresh()
    const { body, headers, status } = await partner.get(`/api/v1/licenses/${id}/certificate`)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body.jwksUri).toMatch(/^http.*\/api\/v1\/jwks\.json$/)
    expect(claimsIn(body.certificate)).toMatchObject({
      iss: 'https://issuer.test',
      sub: id,
      state: 'in_use',
      product: { sku: 'ENT-SUITE', name: 'Enterprise Suite' },
      productType: 'enterprise',
      licenseType: 'subscription',
      customer: { name: 'Acme' },
      limits: { workspaces: 50, users: 500 },
      startsAt: '2023-01-01T00:00:00.000Z',
    })
    const jwks = await company.anybody.get('/api/v1/jwks.json')
    expect(jwks.headers.get('cache-control')).toMatch(/^public, max-age=\d+/)
    const [header] = body.certificate.split('.')
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString())
    expect(jwks.body.keys.map((key: Json) => key.kid)).toEqual([kid])
    expect(Object.keys(jwks.body.keys[0]).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  })

  it.each<['admin' | 'customer' | 'engineer' | 'partner' | 'rival' | 'sales', number]>([
    ['admin', 200],
    ['sales', 200],
    ['partner', 200],
    ['customer', 200],
    ['rival', 404],
    ['engineer', 404],
  ])('as %s: %i', async (person, status) => {
    const id = await fresh({ customer: company.ids.acme })
    const who = await company.as(person)
    expect((await who.get(`/api/v1/licenses/${id}/certificate`)).status).toBe(status)
  })

  it('is not for outsiders', async () => {
    const { status } = await company.anybody.get(`/api/v1/licenses/${ids[0]}/certificate`)
    expect(status).toBe(401)
  })

  it('holds after the keys were rotated, until the old one is taken back', async () => {
    const old = await certify(await fresh())
    const verdictOf = async (certificate: string) => (await ask({ certificate })).body.code
    await withKeys([second, first], async () => {
      const next = await certify(await fresh())
      expect(next.split('.')[0]).not.toBe(old.split('.')[0])
      expect([await verdictOf(old), await verdictOf(next)]).toEqual(['VALID', 'VALID'])
      const { keys } = (await company.anybody.get('/api/v1/jwks.json')).body
      expect(keys).toHaveLength(2)
    })
    await withKeys([second], async () => {
      expect(await verdictOf(old)).toBe('SIGNATURE_INVALID')
      const { keys } = (await company.anybody.get('/api/v1/jwks.json')).body
      expect(keys).toHaveLength(1)
    })
  })

  it('is not there where the host has no key, which hurts nothing else', async () => {
    const id = await fresh()
    const certificate = await certify(id)
    await withKeys(undefined, async () => {
      const refused = await partner.get(`/api/v1/licenses/${id}/certificate`)
      expect([refused.status, refused.body.errors[0].code]).toEqual([503, 'UNAVAILABLE'])
      expect((await company.anybody.get('/api/v1/jwks.json')).body).toEqual({ keys: [] })
      expect((await ask({ certificate })).body.code).toBe('SIGNATURE_INVALID')
      expect((await ask({ licenseId: id })).body.code).toBe('VALID')
    })
  })
})

describe('the private key', () => {
  it('is in nothing that the browser is sent', async () => {
    const { config } = company.payload
    const shown = JSON.stringify(
      createClientConfig({
        config,
        i18n: { t: (key: string) => key, translations: {}, language: 'en' } as never,
        importMap: {},
        user: true,
      }),
    )
    expect(shown).toContain('"channel"')
    for (const part of ['signing', first.d, 'approvalLimits'] as string[])
      expect(shown).not.toContain(part)
  })
})
