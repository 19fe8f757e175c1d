import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { licenseStates } from '../../../src/domain/licenses/licenseMachine'
import {
  judgeLicense,
  verdictCodes,
  type JudgedLicense,
  type LicenseFacts,
  type VerdictCode,
} from '../../../src/domain/licenses/licenseRules'
import { overagePolicies } from '../../../src/domain/licenses/overage'

const now = new Date('2026-11-21T12:00:00.000Z')
const past = '2026-01-01T00:00:00.000Z'
const future = '2027-01-01T00:00:00.000Z'

const license = (changes: Partial<JudgedLicense> = {}): JudgedLicense => ({
  licenseId: 'ENT-202601-000001',
  state: 'in_use',
  productType: 'enterprise',
  limits: { workspaces: 10, users: 100 },
  startsAt: past,
  expiresAt: future,
  deployedAt: past,
  ...changes,
})

const facts = (changes: Partial<LicenseFacts> = {}): LicenseFacts => ({
  license: license(),
  signature: 'absent',
  asked: {},
  now,
  ...changes,
})

/** By code: what gives it, and the nearest that doesn't. */
const cases: Record<Exclude<VerdictCode, 'VALID'>, [LicenseFacts, LicenseFacts]> = {
  NOT_FOUND: [facts({ license: null }), facts()],
  SIGNATURE_INVALID: [facts({ signature: 'invalid' }), facts({ signature: 'valid' })],
  TERMINATED: [facts({ license: license({ state: 'terminated' }) }), facts()],
  SUSPENDED: [facts({ license: license({ state: 'suspended' }) }), facts()],
  EXPIRED: [
    facts({ license: license({ expiresAt: now.toISOString() }) }),
    facts({ license: license({ expiresAt: '2026-11-21T12:00:00.001Z' }) }),
  ],
  NOT_DEPLOYED: [
    facts({ license: license({ state: 'created', deployedAt: null }) }),
    facts({ license: license({ state: 'deployed', deployedAt: null }) }),
  ],
  NOT_STARTED: [
    facts({ license: license({ startsAt: '2026-11-21T12:00:00.001Z' }) }),
    facts({ license: license({ startsAt: now.toISOString() }) }),
  ],
  PRODUCT_MISMATCH: [
    facts({ asked: { productType: 'addon' } }),
    facts({ asked: { productType: 'enterprise' } }),
  ],
  TOO_MANY_WORKSPACES: [facts({ asked: { workspaces: 11 } }), facts({ asked: { workspaces: 10 } })],
  TOO_MANY_USERS: [facts({ asked: { users: 101 } }), facts({ asked: { users: 100 } })],
}

describe('judgeLicense', () => {
  it.each(Object.entries(cases))(
    'answers %s where it is so, and VALID just beside',
    (code, pair) => {
      const [broken, whole] = pair
      expect(judgeLicense(broken)).toMatchObject({ valid: false, code })
      expect(judgeLicense(whole)).toMatchObject({ valid: true, code: 'VALID' })
    },
  )

  it('has a case above for every verdict', () => {
    expect(['VALID', ...Object.keys(cases)]).toEqual(verdictCodes)
  })

  it.each<[string, Partial<LicenseFacts>, VerdictCode]>([
    [
      'a certificate that is not ours names no license',
      { license: null, signature: 'invalid' },
      'SIGNATURE_INVALID',
    ],
    ['a state says it before the date does', { license: license({ state: 'expired' }) }, 'EXPIRED'],
    ['a license without an end never expires', { license: license({ expiresAt: null }) }, 'VALID'],
    [
      'a renewal deploys nothing',
      { license: license({ state: 'renewed', deployedAt: null }) },
      'NOT_DEPLOYED',
    ],
    ['a renewal takes no deployment back', { license: license({ state: 'renewed' }) }, 'VALID'],
    [
      'who has reported is deployed',
      { license: license({ state: 'renewed', deployedAt: null, usage: { reportedAt: past } }) },
      'VALID',
    ],
    [
      'a limit of nothing allows nothing',
      { license: license({ limits: { workspaces: 0, users: 1 } }), asked: { workspaces: 1 } },
      'TOO_MANY_WORKSPACES',
    ],
    [
      'the product may allow more',
      { overagePolicy: 'x1_25', asked: { workspaces: 12, users: 125 } },
      'VALID',
    ],
    [
      'but no more than that',
      { overagePolicy: 'x1_25', asked: { workspaces: 13 } },
      'TOO_MANY_WORKSPACES',
    ],
    [
      'or any number',
      { overagePolicy: 'always', asked: { workspaces: 9_999, users: 9_999 } },
      'VALID',
    ],
  ])('%s', (_words, changes, code) => {
    expect(judgeLicense(facts(changes)).code).toBe(code)
  })

  it('tells why in a sentence with the figures', () => {
    expect(judgeLicense(cases.TOO_MANY_USERS[0]).detail).toBe(
      '101 users are active; the license is for 100.',
    )
    expect(judgeLicense(cases.EXPIRED[0]).detail).toBe('The license expired on 2026-11-21 (UTC).')
    for (const [broken] of Object.values(cases)) expect(judgeLicense(broken).detail).toMatch(/\.$/)
  })
})

const instant = fc.constantFrom(past, now.toISOString(), future, null)
const anyFacts: fc.Arbitrary<LicenseFacts> = fc.record({
  license: fc.option(
    fc.record({
      state: fc.constantFrom(...licenseStates),
      productType: fc.constantFrom('enterprise', 'addon'),
      limits: fc.record({ workspaces: fc.nat(20), users: fc.nat(20) }),
      startsAt: instant,
      expiresAt: instant,
      deployedAt: instant,
    }),
  ),
  signature: fc.constantFrom('absent', 'invalid', 'valid'),
  overagePolicy: fc.constantFrom(null, ...overagePolicies),
  asked: fc.record(
    {
      productType: fc.constantFrom('enterprise', 'addon'),
      workspaces: fc.nat(50),
      users: fc.nat(50),
    },
    { requiredKeys: [] },
  ),
  now: fc.constant(now),
})

describe('verdictCodes', () => {
  it('are in the order of precedence: what is wrong beside makes a verdict earlier, never later', () => {
    const wrongs: [VerdictCode, (facts: LicenseFacts) => LicenseFacts][] = [
      ['SIGNATURE_INVALID', (one) => ({ ...one, signature: 'invalid' })],
      ['TERMINATED', (one) => withLicense(one, { state: 'terminated' })],
      ['PRODUCT_MISMATCH', (one) => ({ ...one, asked: { ...one.asked, productType: 'other' } })],
      [
        'TOO_MANY_WORKSPACES',
        (one) => ({ ...one, overagePolicy: 'none', asked: { ...one.asked, workspaces: 99 } }),
      ],
      ['NOT_STARTED', (one) => withLicense(one, { startsAt: future })],
      ['EXPIRED', (one) => withLicense(one, { expiresAt: past })],
    ]
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...wrongs), (one, [code, spoil]) => {
        fc.pre(one.license !== null)
        const before = rank(judgeLicense(one).code)
        expect(rank(judgeLicense(spoil(one)).code)).toBe(Math.min(before, rank(code)))
      }),
    )
  })

  it('say valid of VALID and of nothing else', () => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        const { code, valid } = judgeLicense(one)
        expect(valid).toBe(code === 'VALID')
      }),
    )
  })
})

const withLicense = (one: LicenseFacts, changes: Partial<JudgedLicense>): LicenseFacts => ({
  ...one,
  license: one.license && { ...one.license, ...changes },
})

/** `VALID` comes after all that can be wrong. */
const rank = (code: VerdictCode): number =>
  code === 'VALID' ? verdictCodes.length : verdictCodes.indexOf(code)
