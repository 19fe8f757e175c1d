import { describe, expect, it } from '@jest/globals'

import { type ChannelError } from '../../../src/domain/errors'
import { requireSameTerms } from '../../../src/domain/licenses/requireSameTerms'

const stored = {
  product: { id: 'p1', name: 'Suite' },
  productType: 'enterprise',
  licenseType: 'subscription',
  seats: 1,
  limits: { workspaces: 5, users: 50 },
  startsAt: '2026-11-21T00:00:00.000Z',
  expiresAt: null,
  internalNotes: 'before',
}
const fault = (data: object): string | null => {
  try {
    requireSameTerms(stored, data as Record<string, unknown>)
    return null
  } catch (error) {
    const [entry] = (error as ChannelError).entries
    return `${entry?.code} ${entry?.path}`
  }
}

describe('requireSameTerms', () => {
  it('lets pass what changes none, in whatever form it comes', () => {
    expect(fault({ ...stored, product: 'p1', internalNotes: 'after' })).toBeNull()
    expect(fault({ startsAt: new Date(stored.startsAt), limits: { users: 50 } })).toBeNull()
    expect(fault({})).toBeNull()
  })

  it.each([
    ['product', { product: 'p2' }],
    ['productType', { productType: 'addon' }],
    ['licenseType', { licenseType: 'perpetual' }],
    ['seats', { seats: 2 }],
    ['limits.workspaces', { limits: { workspaces: 6 } }],
    ['limits.users', { limits: { users: 51 } }],
    ['startsAt', { startsAt: '2026-11-22T00:00:00.000Z' }],
    ['expiresAt', { expiresAt: '2026-11-22T00:00:00.000Z' }],
  ])('asks for a purchase when %s would change', (path, data) => {
    expect(fault(data)).toBe(`PURCHASE_NEEDED ${path}`)
  })
})
