import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { grants, roles, type Action, type Role } from '../../../src/domain/grants'
import { orderActions } from '../../../src/domain/orders/orderMachine'
import { reachOf, type Caller, type Condition } from '../../../src/domain/access/reach'
import { defaultSlugs, type SlugKey } from '../../../src/slugs'

const resources = Object.keys(defaultSlugs) as SlugKey[]
const actions: Action[] = ['create', 'read', 'update', 'delete', ...orderActions]
const everyGrant = resources.flatMap((resource) =>
  actions.map((action) => [resource, action] as const),
)

/** IDs that tell whose they are. */
const linked = { self: 'u-1', partner: 'p-1', customer: 'c-1', engineer: 'e-1', salesRep: 's-1' }
const caller = (...names: string[]): Caller => ({ roles: names, links: linked })
const reach = (role: Caller | null, resource: SlugKey, action: Action) =>
  reachOf(grants, role, resource, action)

describe('reachOf', () => {
  it.each<[string, Caller | null]>([
    ['an outsider', null],
    ['a user without roles', caller()],
    ['a user of a role that does not exist', caller('owner')],
    ['a role named as what every object has', caller('constructor', '__proto__', 'toString')],
  ])('opens nothing to %s', (_name, who) => {
    for (const [resource, action] of everyGrant)
      expect([resource, action, reach(who, resource, action)]).toEqual([resource, action, false])
  })

  /** Which fields may tie a document to whom, written down once more, by hand. */
  const mine: Record<'customer' | 'engineer' | 'partner', Partial<Record<SlugKey, Condition[]>>> = {
    partner: {
      users: [{ path: 'id', equals: 'u-1' }],
      partners: [{ path: 'id', equals: 'p-1' }],
      notifications: [{ path: 'recipient', equals: 'u-1' }],
    },
    customer: {
      users: [{ path: 'id', equals: 'u-1' }],
      customers: [{ path: 'id', equals: 'c-1' }],
      notifications: [{ path: 'recipient', equals: 'u-1' }],
    },
    engineer: {
      users: [{ path: 'id', equals: 'u-1' }],
      engineers: [{ path: 'id', equals: 'e-1' }],
      notifications: [{ path: 'recipient', equals: 'u-1' }],
    },
  }
  const usual = {
    partner: [{ path: 'partner', equals: 'p-1' }],
    customer: [{ path: 'customer', equals: 'c-1' }],
    engineer: [{ path: 'engineer', equals: 'e-1' }],
  }

  it.each(['partner', 'customer'] as const)(
    'never lets a %s past its own documents and what is active',
    (role) => {
      for (const [resource, action] of everyGrant) {
        const found = reach(caller(role), resource, action)
        if (found === false) continue
        const isMine = JSON.stringify(found) === JSON.stringify(mine[role][resource] ?? usual[role])
        const isActive =
          action === 'read' && JSON.stringify(found) === '[{"path":"active","equals":true}]'
        expect([resource, action, isMine || isActive]).toEqual([resource, action, true])
      }
    },
  )

  it('lets an engineer read all products, and otherwise only what is its own or assigned', () => {
    for (const [resource, action] of everyGrant) {
      const found = reach(caller('engineer'), resource, action)
      if (found === false || (resource === 'products' && action === 'read')) continue
      expect([resource, found]).toEqual([resource, mine.engineer[resource] ?? usual.engineer])
    }
  })

  it.each(['partner', 'customer', 'engineer'] as const)(
    'opens nothing to a %s through links of other roles',
    (role) => {
      const { [role]: _own, self: _self, ...strays } = linked
      for (const [resource, action] of everyGrant) {
        const found = reach({ roles: [role], links: strays }, resource, action)
        const isPublic =
          JSON.stringify(found) === '[{"path":"active","equals":true}]' ||
          (role === 'engineer' && resource === 'products' && action === 'read')
        expect([resource, action, found === false || isPublic]).toEqual([resource, action, true])
      }
    },
  )

  it('ties nothing to a link that is missing', () => {
    const bare: Caller = { roles: ['partner', 'customer'], links: {} }
    for (const [resource, action] of everyGrant) {
      const found = reach(bare, resource, action)
      if (found !== false)
        expect(found).toEqual(
          [
            { path: 'active', equals: true },
            { path: 'active', equals: true },
          ].slice(0, (found as Condition[]).length),
        )
    }
  })

  it('is the widest of a user’s roles, in whatever order, and never wider', () => {
    fc.assert(
      fc.property(
        fc.subarray<Role>(roles),
        fc.constantFrom(...everyGrant),
        (some, [resource, action]) => {
          const together = reach(caller(...some), resource, action)
          const alone = some.map((role) => reach(caller(role), resource, action))
          const conditions = alone.flatMap((one) => (Array.isArray(one) ? one : []))
          if (alone.includes(true)) expect(together).toBe(true)
          else if (conditions.length === 0) expect(together).toBe(false)
          else expect(together).toEqual(conditions)
          const turned = reach(caller(...[...some].reverse()), resource, action)
          expect(Array.isArray(turned)).toBe(Array.isArray(together))
        },
      ),
    )
  })

  it('never gives an empty list of conditions, which a database may take for everything', () => {
    const anyLinks = fc.record(
      {
        self: fc.uuid(),
        partner: fc.uuid(),
        customer: fc.uuid(),
        engineer: fc.uuid(),
        salesRep: fc.uuid(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(
        fc.subarray<Role>(roles),
        anyLinks,
        fc.constantFrom(...everyGrant),
        (some, links, [resource, action]) => {
          expect(reach({ roles: some, links }, resource, action)).not.toEqual([])
        },
      ),
    )
  })

  it('obeys the roles that a host adds, and opens a scope without a link to nobody', () => {
    const more = {
      ...grants,
      auditor: { orders: { read: 'all' }, licenses: { read: 'own' } },
    } as const
    expect(reachOf(more, caller('auditor'), 'orders', 'read')).toBe(true)
    expect(reachOf(more, caller('auditor'), 'orders', 'update')).toBe(false)
    expect(reachOf(more, caller('auditor'), 'licenses', 'read')).toBe(false)
  })
})
