import { describe, expect, it } from '@jest/globals'

import { limitsOf, type Limits, type LimitedProduct } from '../../../src/domain/products/limitsOf'

describe('limitsOf', () => {
  it.each<[string, LimitedProduct, number, Limits]>([
    ['one unit', { limits: { workspaces: 5, users: 50 } }, 1, { workspaces: 5, users: 50 }],
    ['seats', { limits: { workspaces: 5, users: 50 } }, 3, { workspaces: 15, users: 150 }],
    ['a limit of none', { limits: { workspaces: 0, users: 2 } }, 2, { workspaces: 0, users: 4 }],
    ['limits that nobody set', { limits: { workspaces: null } }, 2, { workspaces: 2, users: 2 }],
    ['no limits at all', {}, 1, { workspaces: 1, users: 1 }],
  ])('multiplies what a product brings: %s', (_, product, units, limits) => {
    expect(limitsOf(product, units)).toEqual(limits)
  })
})
