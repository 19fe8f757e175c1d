import { describe, expect, it } from '@jest/globals'

import { purchaseInput } from '../../../src/domain/purchases/purchaseInput'

const schema = purchaseInput(['USD', 'EUR'])
const body = {
  license: 'ENT-202611-000042',
  type: 'renewal',
  amount: 12_345,
  currency: 'USD',
}
const pathsOf = (input: object): string[] =>
  schema.safeParse(input).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('purchaseInput', () => {
  it.each<[string, object]>([
    ['a renewal', { durationYears: 2, basis: 'from_now' }],
    ['an expansion by limits', { type: 'expansion', limits: { users: 10 } }],
    ['an expansion by units', { type: 'expansion', quantity: 3 }],
    ['an upgrade by sku', { type: 'upgrade', sku: 'ENT-SUITE' }],
    ['an upgrade by product', { type: 'upgrade', product: '5f1', note: 'as agreed' }],
    ['a gift', { amount: 0 }],
  ])('takes %s', (_name, changes) => {
    expect(pathsOf({ ...body, ...changes })).toEqual([])
  })

  it.each<[string, object, string]>([
    ['no license', { license: undefined }, 'license'],
    ['a new license', { type: 'new' }, 'type'],
    ['an unknown type', { type: 'downgrade' }, 'type'],
    ['an amount below zero', { amount: -1 }, 'amount'],
    ['part of a cent', { amount: 1.5 }, 'amount'],
    ['no amount', { amount: undefined }, 'amount'],
    ['another currency', { currency: 'CHF' }, 'currency'],
    ['no years', { durationYears: 0 }, 'durationYears'],
    ['eleven years', { durationYears: 11 }, 'durationYears'],
    ['an unknown basis', { basis: 'from_birth' }, 'basis'],
    ['less users', { type: 'expansion', limits: { users: -1 } }, 'limits.users'],
    ['an unknown limit', { type: 'expansion', limits: { storage: 1 } }, 'limits'],
    ['years of an expansion', { type: 'expansion', durationYears: 1 }, 'durationYears'],
    ['a product of a renewal', { sku: 'ENT-SUITE' }, 'sku'],
    ['an upgrade to nothing', { type: 'upgrade' }, 'product'],
    ['an upgrade to two', { type: 'upgrade', sku: 'A', product: 'b' }, 'product'],
    ['half a unit', { quantity: 0.5 }, 'quantity'],
    ['a field of the system', { sequence: 7 }, ''],
  ])('refuses %s, naming the field', (_name, changes, path) => {
    expect(pathsOf({ ...body, ...changes })).toContain(path)
  })
})
