import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  applyPurchase,
  isRenewed,
  MAX_LIMIT,
  purchaseFault,
  replayPurchases,
  type Purchase,
  type Terms,
} from '../../../src/domain/purchases/purchases'

const terms: Terms = {
  product: 'team',
  workspaces: 10,
  users: 50,
  expiresAt: '2027-03-01T09:00:00.000Z',
  countedFrom: '2026-03-01T09:00:00.000Z',
}
const before = '2026-11-21T12:00:00.000Z'
const after = '2027-06-15T08:30:00.000Z'

const renewal = (changes: Partial<Purchase> = {}): Purchase => ({
  id: 'r',
  type: 'renewal',
  purchasedAt: before,
  durationYears: 1,
  ...changes,
})

describe('applyPurchase', () => {
  it.each([
    ['from_expiry', before, '2028-03-01T09:00:00.000Z'],
    ['from_expiry', after, '2028-03-01T09:00:00.000Z'],
    ['from_now', before, '2027-11-21T12:00:00.000Z'],
    ['from_now', after, '2028-06-15T08:30:00.000Z'],
    ['from_now_if_expired', before, '2028-03-01T09:00:00.000Z'],
    ['from_now_if_expired', after, '2028-06-15T08:30:00.000Z'],
    ['from_now_if_expired', terms.expiresAt as string, '2028-03-01T09:00:00.000Z'],
    [undefined, after, '2028-06-15T08:30:00.000Z'],
  ] as const)('renews %s, bought at %s, until %s', (basis, purchasedAt, expected) => {
    expect(applyPurchase(terms, renewal({ basis, purchasedAt })).expiresAt).toBe(expected)
  })

  it('renews year by year from a leap day as long as all years at once', () => {
    const leap = {
      ...terms,
      countedFrom: '2024-02-29T00:00:00.000Z',
      expiresAt: '2025-02-28T00:00:00.000Z',
    }
    const bought = { purchasedAt: '2025-01-01T00:00:00.000Z' }
    const year = renewal(bought)
    const each = [year, year, year].reduce(applyPurchase, leap)
    const atOnce = applyPurchase(leap, renewal({ ...bought, durationYears: 3 }))
    expect([each.expiresAt, atOnce.expiresAt]).toEqual([
      '2028-02-29T00:00:00.000Z',
      '2028-02-29T00:00:00.000Z',
    ])
  })

  it('counts the years of a late renewal from its own day on', () => {
    const bought = { purchasedAt: '2028-02-29T06:00:00.000Z' }
    const late = applyPurchase(terms, renewal(bought))
    expect(late).toMatchObject({
      countedFrom: bought.purchasedAt,
      expiresAt: '2029-02-28T06:00:00.000Z',
    })
    const later = applyPurchase(late, renewal({ ...bought, durationYears: 3 }))
    expect(later.expiresAt).toBe('2032-02-29T06:00:00.000Z')
  })

  it('adds what an expansion adds, and nothing else', () => {
    const expansion: Purchase = { id: 'e', type: 'expansion', workspacesAdded: 5, usersAdded: 25 }
    expect(applyPurchase(terms, expansion)).toEqual({ ...terms, workspaces: 15, users: 75 })
  })

  it.each([
    ['raises both limits', { productWorkspaces: 50, productUsers: 500 }, [50, 500]],
    ['lowers none', { productWorkspaces: 1, productUsers: 500 }, [10, 500]],
    ['adds on top', { productWorkspaces: 50, productUsers: 500, usersAdded: 7 }, [50, 507]],
  ])('upgrades to another product and %s', (_name, brings, [workspaces, users]) => {
    const upgrade: Purchase = { id: 'u', type: 'upgrade', product: 'suite', ...brings }
    expect(applyPurchase(terms, upgrade)).toEqual({ ...terms, product: 'suite', workspaces, users })
  })
})

describe('purchaseFault', () => {
  const faultOf = (from: Terms, purchase: Purchase) => {
    const fault = purchaseFault(from, applyPurchase(from, purchase), purchase)
    return fault && `${fault.code} ${fault.path}`
  }
  it.each<[string, string | null, Partial<Terms>, Purchase]>([
    ['a renewal', null, {}, renewal()],
    ['a renewal of what never ends', 'PURCHASE_CONFLICT type', { expiresAt: null }, renewal()],
    [
      'a renewal that would take time away',
      'PURCHASE_CONFLICT basis',
      { expiresAt: '2029-01-01T00:00:00.000Z' },
      renewal({ basis: 'from_now' }),
    ],
    [
      'a renewal beyond a hundred years',
      'PURCHASE_CONFLICT durationYears',
      { expiresAt: '2120-01-01T00:00:00.000Z' },
      renewal({ durationYears: 10 }),
    ],
    ['an expansion', null, {}, { id: 'e', type: 'expansion', usersAdded: 1 }],
    ['an expansion by nothing', 'NOTHING_BOUGHT limits', {}, { id: 'e', type: 'expansion' }],
    [
      'an expansion without end',
      'PURCHASE_CONFLICT limits',
      {},
      { id: 'e', type: 'expansion', usersAdded: MAX_LIMIT },
    ],
    ['an upgrade', null, {}, { id: 'u', type: 'upgrade', product: 'suite' }],
    [
      'an upgrade to the same product',
      'NOTHING_BOUGHT product',
      {},
      { id: 'u', type: 'upgrade', product: 'team', usersAdded: 5 },
    ],
  ])('of %s is %s', (_name, expected, changes, purchase) => {
    expect(faultOf({ ...terms, ...changes }, purchase)).toBe(expected)
  })
})

const startsAt = '2026-03-01T09:00:00.000Z'
const origin: Purchase = {
  id: 'o',
  type: 'new',
  product: 'team',
  productWorkspaces: 10,
  productUsers: 50,
  expiresAfter: '2027-03-01T09:00:00.000Z',
}

describe('replayPurchases', () => {
  it('begins with what the first purchase came with', () => {
    expect(replayPurchases(startsAt, [origin])).toEqual(terms)
  })

  it('refuses a ledger that begins with anything else', () => {
    expect(() => replayPurchases(startsAt, [])).toThrow('new')
    expect(() => replayPurchases(startsAt, [renewal()])).toThrow('new')
  })

  it('leaves a purchase out that was undone, wherever it stands', () => {
    const upgrade: Purchase = {
      id: 'u',
      type: 'upgrade',
      product: 'suite',
      productWorkspaces: 50,
      productUsers: 60,
    }
    const expansion: Purchase = { id: 'e', type: 'expansion', usersAdded: 100 }
    const undo: Purchase = { id: 'x', type: 'expansion', usersAdded: -100, reverses: 'e' }
    expect(replayPurchases(startsAt, [origin, expansion, upgrade])).toMatchObject({ users: 150 })
    expect(replayPurchases(startsAt, [origin, expansion, upgrade, undo])).toMatchObject({
      product: 'suite',
      workspaces: 50,
      users: 60,
    })
  })

  const days = fc.integer({ min: 0, max: 3_000 })
  const purchase = fc.record({
    type: fc.constantFrom('renewal' as const, 'expansion' as const, 'upgrade' as const),
    basis: fc.constantFrom(
      'from_expiry' as const,
      'from_now' as const,
      'from_now_if_expired' as const,
    ),
    durationYears: fc.integer({ min: 1, max: 5 }),
    workspacesAdded: fc.nat(100),
    usersAdded: fc.nat(1_000),
    product: fc.constantFrom('team', 'suite', 'solo'),
    productWorkspaces: fc.nat(100),
    productUsers: fc.nat(1_000),
    purchasedAt: days.map((day) => new Date(Date.UTC(2026, 2, 1 + day)).toISOString()),
  })
  const ledgers = fc
    .array(purchase, { maxLength: 12 })
    .map((rows) => rows.map((row, index): Purchase => ({ ...row, id: `p${index}` })))

  it('comes to the same as applying each purchase when it was made', () => {
    fc.assert(
      fc.property(ledgers, (rows) => {
        const stepped = rows.reduce(applyPurchase, replayPurchases(startsAt, [origin]))
        expect(replayPurchases(startsAt, [origin, ...rows])).toEqual(stepped)
      }),
    )
  })

  it('is as if an undone purchase had never been made', () => {
    const withUndone = ledgers.chain((rows) => fc.tuple(fc.constant(rows), fc.subarray(rows)))
    fc.assert(
      fc.property(withUndone, ([rows, undone]) => {
        const counters = undone.map(({ id, type }): Purchase => ({
          id: `x${id}`,
          type,
          usersAdded: -1,
          reverses: id,
        }))
        const kept = rows.filter((row) => !undone.includes(row))
        expect(replayPurchases(startsAt, [origin, ...rows, ...counters])).toEqual(
          replayPurchases(startsAt, [origin, ...kept]),
        )
      }),
    )
  })

  it('never lowers a limit by buying', () => {
    fc.assert(
      fc.property(ledgers, (rows) => {
        let last = replayPurchases(startsAt, [origin])
        for (const row of rows) {
          const next = applyPurchase(last, row)
          expect(next.users).toBeGreaterThanOrEqual(last.users)
          expect(next.workspaces).toBeGreaterThanOrEqual(last.workspaces)
          last = next
        }
      }),
    )
  })
})

describe('isRenewed', () => {
  const undone: Purchase = { id: 'x', type: 'renewal', reverses: { id: 'r' } }
  const other = renewal({ id: 'r2' })

  it.each<[string, Purchase[], boolean]>([
    ['no renewal', [origin, { id: 'e', type: 'expansion', usersAdded: 1 }], false],
    ['a renewal', [origin, renewal()], true],
    ['a renewal that was undone', [origin, renewal(), undone], false],
    ['another one beside it', [origin, renewal(), other, undone], true],
  ])('of a ledger with %s is told', (_words, ledger, expected) => {
    expect(isRenewed(ledger)).toBe(expected)
  })
})
