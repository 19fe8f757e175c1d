import { describe, expect, it } from '@jest/globals'

import {
  newPurchase,
  previewOf,
  purchaseBody,
  purchaseFaults,
  type PurchaseDraft,
} from '../../../src/admin/licenses/purchaseDraft'
import { purchaseInput } from '../../../src/domain/purchases/purchaseInput'

const now = new Date('2026-11-21T00:00:00Z')
const license = {
  seats: 3,
  terms: {
    product: '1',
    workspaces: 3,
    users: 30,
    expiresAt: '2027-03-01T00:00:00.000Z',
    countedFrom: '2026-03-01T00:00:00.000Z',
  },
}
const products = [
  { id: '1', sku: 'PRO', name: 'Pro', productType: 'pro', limits: { workspaces: 1, users: 10 } },
  { id: '2', sku: 'ENT', name: 'Ent', productType: 'ent', limits: { workspaces: 5, users: 50 } },
]
const typed = (changes: Partial<PurchaseDraft>): PurchaseDraft => ({
  ...newPurchase('renewal', 'USD'),
  amount: '100',
  ...changes,
})

describe('previewOf', () => {
  it.each<[string, Partial<PurchaseDraft>, object]>([
    ['a renewal by two years', { durationYears: '2' }, { expiresAt: '2029-03-01T00:00:00.000Z' }],
    ['one from now', { basis: 'from_now' }, { expiresAt: '2027-11-21T00:00:00.000Z' }],
    ['an expansion', { type: 'expansion', users: '20' }, { users: 50, workspaces: 3 }],
    [
      'an upgrade of all seats',
      { type: 'upgrade', sku: 'ENT' },
      { users: 150, workspaces: 15, product: '2' },
    ],
  ])('shows what comes of %s', (_, changes, after) => {
    const preview = previewOf(license, typed(changes), products, now)
    expect(preview).toMatchObject({ after, fault: null })
  })

  it('says what the server would refuse', () => {
    const nothing = previewOf(license, typed({ type: 'expansion' }), products, now)
    expect(nothing?.fault?.code).toBe('NOTHING_BOUGHT')
    const endless = { ...license, terms: { ...license.terms, expiresAt: null } }
    expect(previewOf(endless, typed({}), products, now)?.fault?.code).toBe('PURCHASE_CONFLICT')
  })

  it.each<[string, Partial<PurchaseDraft>]>([
    ['years are missing', { durationYears: '' }],
    ['no product is chosen', { type: 'upgrade' }],
    ['a count is no number', { users: 'many' }],
  ])('shows nothing while %s', (_, changes) => {
    expect(previewOf(license, typed(changes), products, now)).toBeNull()
  })
})

describe('purchaseFaults', () => {
  it.each<[Partial<PurchaseDraft>, string[]]>([
    [{}, []],
    [{ durationYears: 'x', amount: '' }, ['durationYears', 'amount']],
    [{ type: 'upgrade', durationYears: '' }, ['product']],
    [{ type: 'expansion', workspaces: '-1', users: '1.5' }, ['workspaces', 'users']],
  ])('names the fields of %j', (changes, fields) => {
    expect(Object.keys(purchaseFaults(typed(changes)))).toEqual(fields)
  })
})

describe('purchaseBody', () => {
  it.each<Partial<PurchaseDraft>>([
    { note: ' as agreed ' },
    { type: 'expansion', users: '5', durationYears: '' },
    { type: 'upgrade', sku: 'ENT' },
  ])('is what the server accepts: %j', (changes) => {
    const body = purchaseBody('ENT-202611-000042', typed(changes))
    expect(purchaseInput(['USD']).safeParse(body).error).toBeUndefined()
    expect(body.amount).toBe(10_000)
  })
})
