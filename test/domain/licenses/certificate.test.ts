import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { certificateClaims, claimsOf, isCompactJws } from '../../../src/domain/licenses/certificate'

const license = {
  licenseId: 'ENT-202611-000042',
  state: 'in_use',
  productType: 'enterprise',
  licenseType: 'subscription',
  limits: { workspaces: 50, users: 500 },
  seats: 1,
  startsAt: '2026-11-21T12:00:00.000Z',
  expiresAt: '2029-11-21T12:00:00.999Z',
  revision: 7,
} as const
const issue = { iss: 'https://sales.test', jti: 'j1', now: new Date('2026-11-22T00:00:00.500Z') }
const names = [{ sku: 'ENT', name: 'Suite' }, { name: 'Acme' }] as const

describe('claimsOf', () => {
  it('says whose license it is, for what, how much of it and how long', () => {
    expect(claimsOf(license, ...names, issue)).toEqual({
      deployedAt: null,
      iss: 'https://sales.test',
      sub: 'ENT-202611-000042',
      jti: 'j1',
      iat: 1795305600,
      nbf: 1795262400,
      exp: 1889956800,
      rev: 7,
      state: 'in_use',
      product: { sku: 'ENT', name: 'Suite' },
      productType: 'enterprise',
      licenseType: 'subscription',
      customer: { name: 'Acme' },
      limits: { workspaces: 50, users: 500 },
      seats: 1,
      startsAt: license.startsAt,
      expiresAt: license.expiresAt,
    })
  })

  it('has no end for a license that has none', () => {
    const claims = claimsOf({ ...license, expiresAt: null }, ...names, issue)
    expect(claims).not.toHaveProperty('exp')
    expect(certificateClaims.parse(claims)).toEqual(claims)
  })

  it('tells nothing of the customer but its name, nor what is internal', () => {
    const more = { ...license, usageKeyHash: 'secret', internalNotes: 'secret', partner: 'secret' }
    const customer = { name: 'Acme', email: 'secret', notes: 'secret' }
    expect(JSON.stringify(claimsOf(more, names[0], customer, issue))).not.toContain('secret')
  })
})

const part = fc
  .uint8Array({ minLength: 1, maxLength: 90 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'))

describe('isCompactJws', () => {
  it('takes three parts of base64url with dots between them', () => {
    fc.assert(
      fc.property(part, part, part, (...parts) => expect(isCompactJws(parts.join('.'))).toBe(true)),
    )
  })

  it.each([
    '',
    'a',
    'YQ.YQ',
    'YQ.YQ.',
    'YQ.YQ.YQ.YQ',
    'YQ.YQ.YQ\n',
    ' YQ.YQ.YQ',
    'YQ.YQ.Y+',
    'YQ==.YQ.YQ',
    `YQ.YQ.${'A'.repeat(9_000)}`,
  ])('refuses %j', (text) => expect(isCompactJws(text)).toBe(false))

  it('refuses another spelling of the same bytes', () => {
    expect(Buffer.from('YR', 'base64url')).toEqual(Buffer.from('YQ', 'base64url'))
    expect(isCompactJws('YQ.YQ.YR')).toBe(false)
  })
})
