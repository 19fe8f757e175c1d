import { describe, expect, it } from '@jest/globals'
import { fieldGrants } from '../../src/domain/fieldGrants'
import {
  grants,
  ownerPaths,
  roleLinks,
  roles,
  type Action,
  type Role,
  type RoleGrants,
} from '../../src/domain/grants'
import { alertActions } from '../../src/domain/alerts/alertMachine'
import { deploymentActions } from '../../src/domain/deployments/deploymentMachine'
import { licenseActions } from '../../src/domain/licenses/licenseMachine'
import { orderActions, orderMachine } from '../../src/domain/orders/orderMachine'
import { defaultSlugs, type SlugKey } from '../../src/slugs'

const rows = roles.flatMap((role) =>
  Object.entries(grants[role] as RoleGrants).flatMap(([resource, scopes]) =>
    Object.entries(scopes ?? {}).map(
      ([action, scope]) => [role, resource as SlugKey, action as Action, scope] as const,
    ),
  ),
)
const who = (resource: SlugKey, action: Action): Role[] =>
  rows.filter(([, at, what]) => at === resource && what === action).map(([role]) => role)

describe('grants', () => {
  it.each<[string, SlugKey, Action, Role[]]>([
    ['delete partners', 'partners', 'delete', ['admin']],
    ['delete customers', 'customers', 'delete', ['admin']],
    ['delete licenses', 'licenses', 'delete', ['admin']],
    ['delete users', 'users', 'delete', ['admin']],
    ['create users', 'users', 'create', ['admin']],
    ['create licenses by hand', 'licenses', 'create', ['admin', 'sales']],
    ['create partners', 'partners', 'create', ['admin', 'sales']],
    ['change partners', 'partners', 'update', ['admin', 'sales']],
    ['set prices', 'priceListItems', 'update', ['admin']],
    ['see price lists', 'priceLists', 'read', ['admin', 'sales']],
    ['approve orders', 'orders', 'approve', ['admin', 'sales']],
    ['reject orders', 'orders', 'reject', ['admin', 'sales']],
    ['send orders back', 'orders', 'return', ['admin', 'sales']],
    ['note a payment', 'orders', 'pay', ['admin', 'sales']],
    ['complete orders', 'orders', 'complete', ['admin', 'sales']],
    ['submit orders', 'orders', 'submit', ['admin', 'sales', 'partner']],
    ['record purchases', 'purchases', 'create', ['admin', 'sales']],
    ['rewrite purchases', 'purchases', 'update', []],
    ['remove purchases', 'purchases', 'delete', []],
    ['schedule deployments', 'deployments', 'create', ['admin', 'sales']],
    ['complete deployments', 'deployments', 'complete', ['admin', 'sales', 'engineer']],
    [
      'see deployments',
      'deployments',
      'read',
      ['admin', 'sales', 'engineer', 'partner', 'customer'],
    ],
    ['suspend licenses', 'licenses', 'suspend', ['admin', 'sales']],
    ['give out usage keys', 'licenses', 'rotateKey', ['admin', 'sales']],
    ['acknowledge alerts', 'alerts', 'acknowledge', ['admin', 'sales']],
    ['read the change log', 'changeLogs', 'read', ['admin', 'sales']],
    ['read events', 'events', 'read', ['admin']],
    ['read mails', 'mails', 'read', ['admin']],
    ['queue mails anew', 'mails', 'retry', ['admin']],
    ['queue runs of jobs anew', 'jobRuns', 'retry', ['admin']],
  ])('let %s (%s, %s): %j', (_name, resource, action, expected) => {
    expect(who(resource, action)).toEqual(expected)
  })

  it('let nobody write the log, the queues or the counters', () => {
    for (const resource of [
      'changeLogs',
      'usageReports',
      'usageDays',
      'events',
      'mails',
      'jobRuns',
      'counters',
    ] as const)
      for (const action of ['create', 'update', 'delete'] as const)
        expect(who(resource, action)).toEqual([])
    expect(who('counters', 'read')).toEqual([])
  })

  it('have someone for every action of the order machine', () => {
    for (const action of orderActions) expect(who('orders', action)).toContain('admin')
  })

  it('let nobody act on orders that it can not read', () => {
    for (const [role, resource] of rows) expect(who(resource, 'read')).toContain(role)
  })

  it('speak only of collections, roles and actions that exist', () => {
    const actions = [
      ...['create', 'read', 'update', 'delete', 'rotateKey', 'assign', 'retry'],
      ...[...orderActions, ...licenseActions, ...deploymentActions, ...alertActions],
    ]
    for (const [, resource, action] of rows) {
      expect(Object.keys(defaultSlugs)).toContain(resource)
      expect(actions).toContain(action)
    }
    expect(Object.keys(roleLinks)).toEqual(roles)
    expect(orderMachine.actions('draft').every((action) => actions.includes(action))).toBe(true)
  })

  it('can tie every scope that they give to a link, or it would be a grant of nothing', () => {
    for (const [role, resource, action, scope] of rows) {
      if (scope === 'all' || scope === 'active') continue
      const links = roleLinks[role]?.[scope] ?? []
      const tied = links.some((link) => ownerPaths[resource]?.[link] !== undefined)
      expect([role, resource, action, tied]).toEqual([role, resource, action, true])
    }
  })

  it('call no one but partners and customers its own owner of business documents', () => {
    for (const [role, resource, , scope] of rows)
      if (scope === 'own' && resource !== 'users' && resource !== 'notifications')
        expect(['partner', 'customer']).toContain(role)
  })
})

describe('fieldGrants', () => {
  const field = (resource: SlugKey, name: string) => fieldGrants[resource]?.[name]

  it.each<[SlugKey, string[]]>([
    [
      'orders',
      ['orderNumber', 'state', 'currency', 'subtotal', 'discountTotal', 'taxTotal', 'total'],
    ],
    [
      'orderItems',
      ['unitPrice', 'listPrice', 'subtotal', 'discount', 'taxRateBps', 'tax', 'total'],
    ],
    ['licenses', ['licenseId', 'state', 'order', 'orderItem']],
  ])('leave to the system what the system counts: %s %j', (resource, names) => {
    for (const name of names) expect([name, field(resource, name)?.write]).toEqual([name, []])
  })

  it.each<[SlugKey, string[]]>([
    ['orders', ['internalNotes', 'requestKey', 'requestHash']],
    ['orderItems', ['priceListItem', 'tier']],
    ['partners', ['internalNotes']],
    ['customers', ['notes']],
    ['licenses', ['internalNotes']],
  ])('hide from partners and customers what is internal: %s %j', (resource, names) => {
    for (const name of names)
      for (const role of ['partner', 'customer', 'engineer'] as const)
        expect([name, field(resource, name)?.read?.includes(role)]).toEqual([name, false])
  })

  it('let nobody but an administrator say who a user is', () => {
    for (const name of ['roles', 'partner', 'customer', 'engineer', 'salesRep', 'username'])
      expect([name, field('users', name)?.write]).toEqual([name, ['admin']])
    expect(field('users', 'partnerActive')?.write).toEqual([])
  })

  it('let no partner choose whose order it is', () => {
    for (const name of ['partner', 'customer'])
      expect(field('orders', name)?.write).toEqual(['admin', 'sales'])
  })
})
