import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { alertKinds } from '../../../src/domain/alerts/alertRules'
import { licenseTimeline, type LicenseHistory } from '../../../src/domain/timeline/licenseTimeline'
import { timelineEvent } from '../../../src/domain/timeline/timelineView'

const now = new Date('2028-06-01T00:00:00.000Z')
const license = {
  createdAt: '2026-03-01T09:00:00.000Z',
  expiresAt: '2029-01-10T08:00:00.000Z',
}
const history = (changes: Partial<LicenseHistory> = {}): LicenseHistory => ({
  license,
  order: null,
  purchases: [],
  products: new Map([
    ['t', 'Team'],
    ['s', 'Suite'],
  ]),
  deployments: [],
  usageDays: [],
  firstReportAt: null,
  alerts: [],
  changes: [],
  ...changes,
})
const bought = {
  id: 'p1',
  type: 'new' as const,
  purchasedAt: license.createdAt,
  product: 't',
  workspacesAfter: 10,
  usersAfter: 50,
  expiresAfter: '2027-03-01T09:00:00.000Z',
  amount: 36_000,
  currency: 'USD',
}
const renewedLate = {
  id: 'p2',
  type: 'renewal' as const,
  purchasedAt: '2028-01-10T08:00:00.000Z',
  product: 't',
  durationYears: 1,
  workspacesAfter: 10,
  usersAfter: 80,
  expiresBefore: '2027-03-01T09:00:00.000Z',
  expiresAfter: license.expiresAt,
  note: 'Came back',
}
const titles = (changes: Partial<LicenseHistory>): string[] =>
  licenseTimeline(history(changes), now).map(({ at, title }) => `${at.slice(0, 10)} ${title}`)

describe('licenseTimeline', () => {
  it('tells a life in order, with each expiry that came before a renewal', () => {
    expect(
      titles({
        order: { id: 'o', orderNumber: 'PO-202602-000007', orderDate: '2026-02-27T10:00:00.000Z' },
        purchases: [bought, renewedLate],
        deployments: [
          {
            id: 'd',
            environment: 'production',
            state: 'completed',
            createdAt: '2026-03-02T10:00:00.000Z',
            startedAt: '2026-03-05T10:00:00.000Z',
            finishedAt: '2026-03-05T12:00:00.000Z',
          },
        ],
        alerts: [{ id: 'a', kind: 'expired', figures: {}, raisedAt: '2027-03-01T10:00:00.000Z' }],
        changes: [
          { at: license.createdAt, action: 'create', changes: { state: { to: 'created' } } },
          {
            at: '2026-03-05T12:00:00.000Z',
            action: 'deploy',
            changes: { state: { from: 'created', to: 'deployed' }, deployedAt: { to: 'x' } },
          },
          {
            at: renewedLate.purchasedAt,
            action: 'renewal',
            changes: {
              state: { from: 'expired', to: 'renewed' },
              expiresAt: { to: license.expiresAt },
              purchase: { to: 'p2' },
            },
          },
        ],
      }),
    ).toEqual([
      '2026-02-27 Ordered as PO-202602-000007',
      '2026-03-01 License created',
      '2026-03-01 Bought: Team',
      '2026-03-02 Deployment scheduled: production',
      '2026-03-05 Deployment started: production',
      '2026-03-05 Deployment completed: production',
      '2026-03-05 Deployed',
      '2027-03-01 Reached its expiry',
      '2027-03-01 Alert: has expired',
      '2028-01-10 Renewed, years: 1',
      '2028-01-10 Renewed',
      '2029-01-10 Expires',
    ])
  })

  it('shows limits and expiry before and after a purchase, its price and its note', () => {
    const [first, second] = licenseTimeline(
      history({ purchases: [bought, renewedLate] }),
      now,
    ).filter(({ kind }) => kind === 'purchase')
    expect(first?.figures).toMatchObject({
      limits: { before: null, after: { workspaces: 10, users: 50 } },
      expiresAt: { before: null, after: '2027-03-01T09:00:00.000Z' },
      amount: 36_000,
      currency: 'USD',
    })
    expect(second).toMatchObject({
      figures: {
        limits: { before: { workspaces: 10, users: 50 }, after: { workspaces: 10, users: 80 } },
        expiresAt: { before: renewedLate.expiresBefore, after: license.expiresAt },
        amount: null,
      },
      note: 'Came back',
      ref: { resource: 'purchases', id: 'p2' },
    })
  })

  it('sums two years of daily reports up to a list that can be read', () => {
    const usageDays = Array.from({ length: 730 }, (_, index) => ({
      day: new Date(Date.UTC(2026, 2, 3 + index)).toISOString().slice(0, 10),
      workspaces: 1 + (index % 7),
      users: 10 + Math.floor(index / 10),
    }))
    const firstReportAt = '2026-03-03T14:00:00.000Z'
    const events = licenseTimeline(
      history({ purchases: [bought, renewedLate], usageDays, firstReportAt }),
      now,
    ).filter(({ kind }) => kind === 'usage')
    expect(events).toHaveLength(26)
    expect(events[0]).toMatchObject({
      at: firstReportAt,
      title: 'First usage report',
      figures: {
        usage: { workspaces: 1, users: 10 },
        shareBps: { workspaces: 1_000, users: 2_000 },
      },
    })
    expect(events.at(-1)).toMatchObject({
      title: 'Peak usage of 2028-03',
      figures: {
        usage: { workspaces: 2, users: 82 },
        limits: { after: { users: 80 } },
        shareBps: { users: 10_250 },
      },
    })
  })

  it('tells what people changed, and never what is only for our own people', () => {
    const events = licenseTimeline(
      history({
        changes: [
          {
            at: '2026-04-01T00:00:00.000Z',
            action: 'update',
            changes: { internalNotes: { to: 'margin-secret' }, customer: { from: 'a', to: 'b' } },
          },
          {
            at: '2026-04-02T00:00:00.000Z',
            action: 'update',
            changes: { internalNotes: { to: 'margin-secret' } },
          },
          {
            at: '2026-04-03T00:00:00.000Z',
            action: 'suspend',
            changes: {
              state: { from: 'in_use', to: 'suspended' },
              stateReason: { to: 'Unpaid' },
              resumeState: { to: 'in_use' },
            },
          },
        ],
      }),
      now,
    )
    expect(events.map(({ kind, note, title }) => [kind, title, note])).toEqual([
      ['created', 'License created', null],
      ['change', 'Changed: customer', null],
      ['state', 'Suspended', 'Unpaid'],
      ['expiry', 'Expires', null],
    ])
    expect(JSON.stringify(events)).not.toContain('secret')
  })

  it('has no expiry where the license never ends', () => {
    expect(titles({ license: { ...license, expiresAt: null } })).toEqual([
      '2026-03-01 License created',
    ])
  })

  it('is in order and as documented, whatever happened', () => {
    const instant = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString())
    const histories = fc.record({
      deployments: fc.array(
        fc.record({
          id: fc.uuid(),
          environment: fc.constantFrom('production', 'test'),
          state: fc.constantFrom('scheduled', 'in_progress', 'completed', 'failed', 'cancelled'),
          createdAt: instant,
          startedAt: fc.option(instant),
          finishedAt: fc.option(instant),
        }),
      ),
      alerts: fc.array(
        fc.record({
          id: fc.uuid(),
          kind: fc.constantFrom(...alertKinds),
          figures: fc.record({ used: fc.integer(), day: fc.string(), metric: fc.string() }),
          raisedAt: instant,
        }),
      ),
    })
    fc.assert(
      fc.property(histories, (parts) => {
        const events = licenseTimeline(history({ ...parts, purchases: [bought] }), now)
        const instants = events.map(({ at }) => at)
        expect(instants).toEqual([...instants].sort())
        for (const event of events) expect(timelineEvent.parse(event)).toEqual(event)
      }),
    )
  })
})
