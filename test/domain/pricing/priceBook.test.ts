import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  isRival,
  listsFor,
  resolvePrices,
  type BuyerFacts,
  type PriceListFacts,
  type PriceRowFacts,
} from '../../../src/domain/pricing/priceBook'

const now = new Date('2026-11-21T00:00:00.000Z')
const list = (id: string, over: Partial<PriceListFacts> = {}): PriceListFacts => ({
  id,
  tier: null,
  partner: null,
  taxRateBps: 1_000,
  validFrom: null,
  validTo: null,
  ...over,
})
const row = (priceList: string, unitPrice: number, over: Partial<PriceRowFacts> = {}) => ({
  id: `${priceList}-row`,
  priceList,
  product: 'suite',
  licenseType: 'subscription' as const,
  unitPrice,
  discountBps: 0,
  taxRateBps: null,
  breaks: [],
  ...over,
})
const buyer: BuyerFacts = { id: 'northwind', tier: 'gold', taxRateBps: null }

const general = list('general')
const tier = list('gold', { tier: 'gold' })
const partner = list('own', { partner: 'northwind' })
const rows = [row('general', 100), row('gold', 80), row('own', 60)]
const priceFrom = (lists: PriceListFacts[], at = now, who = buyer) =>
  resolvePrices(lists, rows, who, at)[0]

describe('resolvePrices', () => {
  it.each([
    ['the partner’s own list beats the others', [general, tier, partner], 60],
    ['in whatever order they come', [partner, general, tier], 60],
    ['the tier’s list beats the general one', [general, tier], 80],
    ['the general list holds where there is no other', [general], 100],
  ])('%s', (_name, lists, unitPrice) => {
    expect(priceFrom(lists)).toMatchObject({
      unitPrice,
      listPrice: lists.includes(general) ? 100 : unitPrice,
    })
  })

  it('shows the least specific price as the list price', () => {
    expect(priceFrom([general, tier, partner])?.listPrice).toBe(100)
    expect(priceFrom([tier, partner])?.listPrice).toBe(80)
    expect(priceFrom([partner])?.listPrice).toBe(60)
  })

  it('takes the newest of two lists for the same buyers, for the list price too', () => {
    const older = list('2025')
    const newer = list('2026')
    const both = [row('2025', 90), row('2026', 110), row('gold', 80)]
    for (const lists of [
      [older, newer],
      [newer, older],
    ]) {
      expect(resolvePrices(lists, both, buyer, now)[0]).toMatchObject({
        unitPrice: 110,
        listPrice: 110,
      })
      expect(resolvePrices([...lists, tier], both, buyer, now)[0]).toMatchObject({
        unitPrice: 80,
        listPrice: 110,
      })
    }
  })

  const dated = { validFrom: '2026-11-01T00:00:00.000Z', validTo: '2026-12-01T00:00:00.000Z' }
  it.each([
    ['a dated one beats one without dates', dated, {}],
    ['one with a beginning beats one without', { validFrom: dated.validFrom }, {}],
    ['one with an end beats one without', { validTo: dated.validTo }, {}],
    ['one with both beats one with a beginning', dated, { validFrom: dated.validFrom }],
    ['the one that began later wins', dated, { ...dated, validFrom: '2026-10-01T00:00:00.000Z' }],
    ['the one that ends earlier wins', dated, { ...dated, validTo: '2026-12-24T00:00:00.000Z' }],
  ])('of lists for the same buyers, whichever is newer: %s', (_name, winner, loser) => {
    const both = [row('a', 60), row('b', 100)]
    for (const [a, b] of [
      [winner, loser],
      [loser, winner],
    ]) {
      const lists = [list('a', a), list('b', b)]
      const price = resolvePrices(lists, both, buyer, now)[0]
      expect(price?.unitPrice).toBe(a === winner ? 60 : 100)
      expect(isRival({ ...lists[0]!, currency: 'USD' }, { ...lists[1]!, currency: 'USD' })).toBe(
        false,
      )
    }
  })

  it('falls back for a product that the better list does not have', () => {
    const prices = resolvePrices(
      [general, partner],
      [row('general', 100), row('general', 30, { id: 'addon', product: 'addon' }), row('own', 60)],
      buyer,
      now,
    )
    expect(prices.map(({ product, unitPrice }) => [product, unitPrice]).sort()).toEqual([
      ['addon', 30],
      ['suite', 60],
    ])
  })

  it('keeps license types of one product apart', () => {
    const perpetual = row('general', 500, { id: 'p', licenseType: 'perpetual' })
    const prices = resolvePrices([general, partner], [...rows, perpetual], buyer, now)
    expect(prices.map(({ licenseType, unitPrice }) => [licenseType, unitPrice]).sort()).toEqual([
      ['perpetual', 500],
      ['subscription', 60],
    ])
  })

  it.each([
    ['before it starts', { validFrom: '2026-11-21T00:00:00.001Z' }, 100],
    ['from its first moment', { validFrom: '2026-11-21T00:00:00.000Z' }, 60],
    ['until its last', { validTo: '2026-11-21T00:00:00.001Z' }, 60],
    ['not from the moment it ends', { validTo: '2026-11-21T00:00:00.000Z' }, 100],
    ['nor after it', { validTo: '2026-11-20T23:59:59.999Z' }, 100],
    ['an offset in its date counts', { validFrom: '2026-11-21T01:00:00.000+02:00' }, 60],
  ])('a list holds in its time: %s', (_name, window, unitPrice) => {
    expect(priceFrom([general, { ...partner, ...window }])?.unitPrice).toBe(unitPrice)
  })

  it.each([
    ['the buyer’s own rate first', { ...buyer, taxRateBps: 500 }, 700, 500],
    ['a buyer’s rate of zero: exempt', { ...buyer, taxRateBps: 0 }, 700, 0],
    ['then the row’s', buyer, 700, 700],
    ['a row’s rate of zero', buyer, 0, 0],
    ['then the list’s', buyer, null, 1_000],
  ])('taxes at %s', (_name, who, taxRateBps, expected) => {
    const [price] = resolvePrices([general], [row('general', 100, { taxRateBps })], who, now)
    expect(price?.taxRateBps).toBe(expected)
  })

  it('finds nothing, rather than a price of zero, where no list holds', () => {
    expect(resolvePrices([], rows, buyer, now)).toEqual([])
    expect(
      resolvePrices([list('other', { partner: 'contoso' })], [row('other', 1)], buyer, now),
    ).toEqual([])
  })

  it('gives breaks in ascending order and leaves the row as it is', () => {
    const breaks = [
      { minQuantity: 50, unitPrice: 1 },
      { minQuantity: 10, unitPrice: 2 },
    ]
    const [price] = resolvePrices([general], [row('general', 3, { breaks })], buyer, now)
    expect(price?.breaks.map(({ minQuantity }) => minQuantity)).toEqual([10, 50])
    expect(breaks[0]?.minQuantity).toBe(50)
  })

  const anyId = fc.constantFrom('northwind', 'contoso', 'gold', 'silver', '1')
  const anyLists = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      tier: fc.option(anyId),
      partner: fc.option(anyId),
      taxRateBps: fc.constant(0),
      validFrom: fc.constantFrom(null, '2026-01-01', '2026-12-01'),
      validTo: fc.constantFrom(null, '2026-06-01', '2027-01-01'),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  const anyBuyer = fc.record({ id: anyId, tier: fc.option(anyId), taxRateBps: fc.constant(null) })

  it('never shows a price of another partner’s or tier’s list, nor of one out of its time', () => {
    fc.assert(
      fc.property(anyLists, anyBuyer, (lists, who) => {
        const all = lists.map(({ id }, index) => row(id, index + 1, { product: `p${index % 3}` }))
        for (const price of resolvePrices(lists, all, who, now))
          for (const amount of [price.unitPrice, price.listPrice]) {
            const from = lists[amount - 1] as PriceListFacts
            if (from.partner !== null) expect(from.partner).toBe(who.id)
            else if (from.tier !== null) expect(from.tier).toBe(who.tier)
            expect(from.validFrom).not.toBe('2026-12-01')
            expect(from.validTo).not.toBe('2026-06-01')
          }
      }),
    )
  })

  it('does not depend on the order in which lists and rows are read', () => {
    fc.assert(
      fc.property(anyLists, anyBuyer, (lists, who) => {
        const all = lists.map(({ id }, index) => row(id, index + 1))
        const other = resolvePrices([...lists].reverse(), [...all].reverse(), who, now)
        expect(resolvePrices(lists, all, who, now)).toEqual(other)
      }),
    )
  })
})

describe('listsFor', () => {
  it('orders by how closely a list fits the buyer', () => {
    const found = listsFor([general, partner, tier], buyer, now)
    expect(found.map(({ id }) => id)).toEqual(['own', 'gold', 'general'])
  })

  it('has no tier list for a buyer without a tier', () => {
    expect(listsFor([tier], { ...buyer, tier: null }, now)).toEqual([])
  })

  it('gives a list of a partner and a tier to that partner alone', () => {
    const both = list('both', { partner: 'contoso', tier: 'gold' })
    expect(listsFor([both], buyer, now)).toEqual([])
    expect(listsFor([both], { ...buyer, id: 'contoso', tier: null }, now)).toEqual([both])
  })
})
