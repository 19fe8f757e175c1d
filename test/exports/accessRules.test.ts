import { describe, expect, it } from '@jest/globals'
import type { PayloadRequest } from 'payload'

import { hasRole, isStaff, ownOrAssigned } from '../../src/exports/accessRules'
import { buildCollections } from '../../src/config/buildCollections'
import { createChannel } from '../../src/channel'
import { parseOptions } from '../../src/options'

const custom = { channel: createChannel(parseOptions({})) }
const asked = (user: object | null) =>
  ({ req: { payload: { config: { custom } }, user } }) as unknown as { req: PayloadRequest }
const userOf = (channelRoles: string[], links = {}) => ({
  id: 7,
  collection: 'users',
  channelRoles,
  ...links,
})

describe('the rules that a host composes its own of', () => {
  it.each([
    ['an administrator', userOf(['admin']), true, true],
    ['sales', userOf(['sales']), false, true],
    ['a partner', userOf(['partner']), false, false],
    ['an engineer from outside', userOf(['engineer']), false, false],
    ['who administers and is a partner as well', userOf(['admin', 'partner']), true, true],
    ['a user without a role in the channel', userOf([]), false, false],
    [
      'an administrator of another collection',
      { ...userOf(['admin']), collection: 'x' },
      false,
      false,
    ],
    ['a visitor', null, false, false],
  ])('know %s', (_who, user, isAdmin, isOurs) => {
    expect([hasRole('admin')(asked(user)), isStaff(asked(user))]).toEqual([isAdmin, isOurs])
  })

  it('give a partner its own orders, staff all, a visitor none', () => {
    const rule = ownOrAssigned('orders', 'read')
    const partner = userOf(['partner'], { partner: 3 })
    expect(rule(asked(partner) as never)).toEqual({ or: [{ partner: { equals: 3 } }] })
    expect(rule(asked(userOf(['admin'])) as never)).toBe(true)
    expect(rule(asked(null) as never)).toBe(false)
  })
})

describe('buildCollections', () => {
  it('gives the collections alone, under the slugs that the host chose', () => {
    const { licenses, orders } = buildCollections({ slugs: { orders: 'deals' } })
    expect([orders.slug, licenses.slug]).toEqual(['deals', 'licenses'])
    expect(() => buildCollections({ slugs: { orders: 'A b' } })).toThrow('slugs')
  })
})
