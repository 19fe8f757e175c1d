import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  alertKeyOf,
  causeOf,
  expiryBands,
  hasEnded,
  type AlertFacts,
  type AlertKind,
  type WatchedLicense,
} from '../../../src/domain/alerts/alertRules'
import { licenseStates } from '../../../src/domain/licenses/licenseMachine'
import { parseOptions } from '../../../src/options'

const NOW = new Date('2026-03-01T08:00:00.000Z')
const DAY = 86_400_000
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY).toISOString()
const { alerts: settings } = parseOptions({})
const facts = (changes: Partial<AlertFacts> = {}): AlertFacts => ({ settings, ...changes })
const license = (changes: Partial<WatchedLicense> = {}): WatchedLicense => ({
  id: 'l1',
  licenseId: 'ENT-202603-000001',
  state: 'in_use',
  product: 'p1',
  expiresAt: inDays(400),
  deployedAt: inDays(-100),
  limits: { workspaces: 10, users: 100 },
  usage: { workspaces: 5, users: 50, reportedAt: inDays(-1) },
  ...changes,
})
const keyOf = (kind: AlertKind, one: WatchedLicense, given = facts(), now = NOW) =>
  causeOf(kind, one, given, now)?.key ?? null

describe('expiring', () => {
  it.each<[string, number, string | undefined, null | number]>([
    ['before every threshold', 91, undefined, null],
    ['at the first one', 90, undefined, 90],
    ['past the second one', 59.5, undefined, 60],
    ['after a downtime past all: the nearest only', 25, undefined, 30],
    ['in its last second', 1 / 86_400, undefined, 30],
    ['at its end', 0, undefined, null],
    ['of a product with thresholds of its own', 85, '120, 14', 120],
    ['of a product with thresholds of its own, later', 13, '120, 14', 14],
    ['where the common thresholds do not count', 89, '14', null],
  ])('%s: %d days left', (_what, days, expiryAlertDays, threshold) => {
    const cause = causeOf(
      'expiring',
      license({ expiresAt: inDays(days) }),
      facts({ product: { expiryAlertDays } }),
      NOW,
    )
    expect(cause?.thresholdDays ?? null).toBe(threshold)
  })

  it('is one cause until the license is renewed, and another one then', () => {
    const before = license({ expiresAt: inDays(25) })
    const key = keyOf('expiring', before)
    expect(keyOf('expiring', before, facts(), new Date(NOW.getTime() + DAY))).toBe(key)
    const later = new Date(NOW.getTime() + 365 * DAY)
    const renewed = license({ state: 'renewed', expiresAt: inDays(390) })
    expect(keyOf('expiring', renewed)).toBeNull()
    expect(keyOf('expiring', renewed, facts(), later)).not.toBe(key)
    expect(keyOf('expiring', renewed, facts(), later)).not.toBeNull()
  })

  it('concerns licenses that are valid, and none that never ends', () => {
    const alarmed = licenseStates.filter((state) =>
      keyOf('expiring', license({ state, expiresAt: inDays(5) })),
    )
    expect(alarmed).toEqual(['created', 'deployed', 'in_use', 'renewed'])
    expect(keyOf('expiring', license({ expiresAt: null }))).toBeNull()
  })
})

describe('expired', () => {
  it('is a cause once a license has expired, by its date', () => {
    const gone = license({ state: 'expired', expiresAt: inDays(-1) })
    expect(causeOf('expired', gone, facts(), NOW)).toMatchObject({ severity: 'critical' })
    expect(keyOf('expired', { ...gone, expiresAt: inDays(-2) })).not.toBe(keyOf('expired', gone))
    expect(keyOf('expired', license({ expiresAt: inDays(-1) }))).toBeNull()
  })
})

describe('over a limit', () => {
  it.each([
    ['none', 100, null],
    ['none', 101, '1'],
    [null, 101, '1'],
    ['x1_25', 125, null],
    ['x1_25', 126, '1'],
    ['x2', 200, null],
    ['x2', 201, '1'],
    ['always', 100_000, null],
  ] as const)('under the policy %s with %d of 100 users: %s', (overagePolicy, users, key) => {
    const one = license({ usage: { workspaces: 1, users, reportedAt: inDays(-1) } })
    expect(keyOf('over_users', one, facts({ product: { overagePolicy } }))).toBe(key)
    expect(keyOf('over_workspaces', one, facts({ product: { overagePolicy } }))).toBeNull()
  })

  it('counts as another cause after it was resolved', () => {
    const one = license({ usage: { workspaces: 11, users: 1, reportedAt: inDays(-1) } })
    expect(keyOf('over_workspaces', one)).toBe('1')
    expect(keyOf('over_workspaces', one, facts({ resolved: { over_workspaces: 2 } }))).toBe('3')
  })

  it('means nothing before the first report', () => {
    expect(keyOf('over_users', license({ usage: null }))).toBeNull()
    expect(keyOf('over_users', license({ usage: {} }))).toBeNull()
  })
})

describe('inactive', () => {
  it.each<[string, Partial<WatchedLicense>, null | string]>([
    ['reported lately', { usage: { reportedAt: inDays(-29) } }, null],
    ['reported too long ago', { usage: { reportedAt: inDays(-30) } }, '2026-01-30'],
    ['never reported, deployed lately', { usage: null, deployedAt: inDays(-29) }, null],
    ['never reported, deployed long ago', { usage: null, deployedAt: inDays(-31) }, '2026-01-29'],
    [
      'deployed anew after its last report long ago',
      { usage: { reportedAt: inDays(-40) }, deployedAt: inDays(-1) },
      null,
    ],
    ['never deployed', { usage: null, deployedAt: null }, null],
    ['suspended', { state: 'suspended', usage: { reportedAt: inDays(-99) } }, null],
  ])('a license that %s', (_what, changes, key) => {
    expect(keyOf('inactive', license(changes))).toBe(key)
  })
})

describe('irregular use', () => {
  const days = [900, ...Array.from({ length: 60 }, () => 50)].map((users, index) => ({
    day: inDays(-1 - index).slice(0, 10),
    users,
    workspaces: 5,
  }))

  it('is one cause for as long as its alert is not resolved, however many days it lasts', () => {
    const next = [{ ...days[0]!, day: '2026-03-01' }, ...days]
    for (const lasting of [days, next])
      expect(keyOf('irregular_usage', license(), facts({ days: lasting }))).toBe('1')
    const resolved = { irregular_usage: 1 }
    expect(keyOf('irregular_usage', license(), facts({ days: next, resolved }))).toBe('2')
    expect(keyOf('irregular_usage', license(), facts({ days: days.slice(1) }))).toBeNull()
    expect(keyOf('irregular_usage', license(), facts())).toBeNull()
  })

  it('has ended when a later day is ordinary, not when nothing was reported since', () => {
    const alert = {
      kind: 'irregular_usage' as const,
      alertKey: alertKeyOf(license(), 'irregular_usage', '1'),
      figures: { day: '2026-02-28' },
    }
    expect(hasEnded(alert, license(), facts({ days }), NOW)).toBe(false)
    expect(hasEnded(alert, license(), facts({ days: [] }), NOW)).toBe(false)
    const ordinary = { ...days[1]!, day: '2026-03-01' }
    expect(hasEnded(alert, license(), facts({ days: [ordinary, ...days] }), NOW)).toBe(true)
    expect(hasEnded(alert, license({ state: 'terminated' }), facts({ days }), NOW)).toBe(true)
  })
})

describe('hasEnded', () => {
  const alertOf = (kind: AlertKind, one: WatchedLicense, given = facts()) => ({
    kind,
    alertKey: alertKeyOf(one, kind, keyOf(kind, one, given) as string),
    figures: null,
  })

  it.each<[string, AlertKind, Partial<WatchedLicense>, Partial<WatchedLicense>, boolean]>([
    ['nothing changed', 'expiring', { expiresAt: inDays(80) }, {}, false],
    ['renewed', 'expiring', { expiresAt: inDays(80) }, { expiresAt: inDays(445) }, true],
    ['terminated', 'expiring', { expiresAt: inDays(80) }, { state: 'terminated' }, true],
    [
      'renewed late',
      'expired',
      { state: 'expired', expiresAt: inDays(-1) },
      { state: 'renewed', expiresAt: inDays(300) },
      true,
    ],
    [
      'back within the limit',
      'over_users',
      { usage: { users: 101 } },
      { usage: { users: 100 } },
      true,
    ],
    ['still above it', 'over_users', { usage: { users: 101 } }, { usage: { users: 150 } }, false],
    [
      'a higher limit',
      'over_users',
      { usage: { users: 101 } },
      { limits: { workspaces: 1, users: 101 } },
      true,
    ],
    [
      'reports again',
      'inactive',
      { usage: { reportedAt: inDays(-40) }, deployedAt: null },
      { usage: { reportedAt: inDays(0) } },
      true,
    ],
  ])('%s', (_what, kind, before, changes, ended) => {
    const one = license(before)
    const now = { ...one, ...changes }
    expect(hasEnded(alertOf(kind, one), now, facts(), NOW)).toBe(ended)
  })

  it('ends the alert of a threshold when a nearer one is reached', () => {
    const one = license({ expiresAt: inDays(61) })
    const alert = alertOf('expiring', one)
    expect(hasEnded(alert, one, facts(), new Date(NOW.getTime() + 2 * DAY))).toBe(true)
  })
})

describe('expiryBands', () => {
  it('say of every date what the rules say of it', () => {
    const products = fc.constantFrom(
      { id: 'p1', expiryAlertDays: null },
      { id: 'p2', expiryAlertDays: '120, 14' },
      { id: 'p3', expiryAlertDays: '7' },
    )
    const all = [
      { id: 'p1' },
      { id: 'p2', expiryAlertDays: '120, 14' },
      { id: 'p3', expiryAlertDays: '7' },
    ]
    const bands = expiryBands(all, settings, NOW)
    const offset = fc.oneof(
      fc.integer({ min: -100 * DAY, max: 200 * DAY }),
      fc.integer({ min: -2, max: 130 }).map((days) => days * DAY),
    )
    fc.assert(
      fc.property(products, offset, fc.constantFrom(...licenseStates), (product, ms, state) => {
        const expiresAt = new Date(NOW.getTime() + ms).toISOString()
        const one = license({ product: product.id, expiresAt, state })
        const keys = (['expiring', 'expired'] as const).flatMap((kind) => {
          const key = keyOf(kind, one, facts({ product }))
          return key === null ? [] : [`${kind}:${key}`]
        })
        const banded = bands
          .filter(({ from, products: which, states, to }) => {
            const expiry = NOW.getTime() + ms
            const of =
              'only' in which ? which.only.includes(product.id) : !which.not.includes(product.id)
            return of && states.includes(state) && expiry > from.getTime() && expiry <= to.getTime()
          })
          .map(({ keyStart, kind }) => `${kind}:${keyStart}${expiresAt}`)
        expect(banded).toEqual(keys)
      }),
      { numRuns: 1_000 },
    )
  })
})
