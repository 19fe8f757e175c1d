import { describe, expect, it } from '@jest/globals'

import { layOutTimeline } from '../../../src/admin/timeline/layOutTimeline'
import { areaPath, limitPath } from '../../../src/admin/timeline/usagePaths'
import { timelineEventOf } from '../../../src/domain/timeline/timelineEventOf'

const at = (day: string) => `${day}T00:00:00.000Z`
const time = (day: string) => Date.parse(at(day))
const now = new Date(at('2026-06-01'))
const license = {
  state: 'in_use' as const,
  createdAt: at('2026-01-01'),
  expiresAt: at('2027-01-01'),
}
const moved = (to: string, day: string) =>
  timelineEventOf('state', `state.${to}` as 'state.deployed', at(day), { params: { to } })
const deployed = (
  text: 'cancelled' | 'completed' | 'failed' | 'scheduled' | 'started',
  id: string,
  day: string,
) =>
  timelineEventOf('deployment', `deployment.${text}`, at(day), {
    ref: { resource: 'deployments', id },
  })
const picture = (...events: Parameters<typeof layOutTimeline>[0]) =>
  layOutTimeline(events, license, now)

describe('layOutTimeline', () => {
  it('reaches from the first event to the expiry, or to today where that is later', () => {
    const ordered = timelineEventOf('ordered', 'ordered', at('2025-12-30'))
    expect(picture(ordered)).toMatchObject({ start: time('2025-12-30'), end: time('2027-01-01') })
    const late = layOutTimeline([], { ...license, expiresAt: at('2026-03-01') }, now)
    expect(late.end).toBe(now.getTime())
    expect(layOutTimeline([], { ...license, expiresAt: null }, now).end).toBe(now.getTime())
  })

  it('shows each state until the next, the last until today', () => {
    const { states } = picture(moved('deployed', '2026-02-01'), moved('in_use', '2026-03-01'))
    expect(states.map(({ from, name, to }) => [name, from, to])).toEqual([
      ['created', time('2026-01-01'), time('2026-02-01')],
      ['deployed', time('2026-02-01'), time('2026-03-01')],
      ['in_use', time('2026-03-01'), now.getTime()],
    ])
  })

  it('shows no states to a reader who may not know how the license came to its own', () => {
    expect(picture().states).toEqual([])
    expect(layOutTimeline([], { ...license, state: 'created' }, now).states).toHaveLength(1)
  })

  it('shows a deployment from its start to its end, one under way until today', () => {
    const { deployments } = picture(
      deployed('scheduled', '1', '2026-01-02'),
      deployed('scheduled', '2', '2026-01-03'),
      deployed('started', '1', '2026-01-05'),
      deployed('completed', '1', '2026-01-06'),
      deployed('started', '2', '2026-05-30'),
    )
    expect(deployments.map(({ from, name, to }) => [name, from, to])).toEqual([
      ['completed', time('2026-01-05'), time('2026-01-06')],
      ['in_progress', time('2026-05-30'), now.getTime()],
    ])
  })

  it('shows each try of a deployment that failed before', () => {
    const { deployments } = picture(
      deployed('scheduled', '1', '2026-01-02'),
      deployed('started', '1', '2026-01-05'),
      deployed('failed', '1', '2026-01-06'),
      deployed('started', '1', '2026-01-10'),
      deployed('failed', '1', '2026-01-11'),
      deployed('cancelled', '1', '2026-01-20'),
    )
    expect(deployments.map(({ from, name, to }) => [name, from, to])).toEqual([
      ['failed', time('2026-01-05'), time('2026-01-06')],
      ['failed', time('2026-01-10'), time('2026-01-11')],
    ])
  })
})

describe('areaPath', () => {
  const day = 86_400_000
  const path = (...ats: number[]) =>
    areaPath(
      ats.map((one) => ({ at: one * day, value: 1 })),
      (x) => x / day,
      (y) => 10 - y,
    )

  it('is one piece for daily reports and two where they stopped for weeks', () => {
    expect(path(1, 2, 3).match(/M/g)).toHaveLength(1)
    expect(path(1, 2, 30, 31).match(/M/g)).toHaveLength(2)
    expect(path()).toBe('')
  })
})

describe('limitPath', () => {
  it('rises in steps when more was bought', () => {
    const limits = [
      { at: 0, limit: 2 },
      { at: 5, limit: 4 },
    ]
    expect(
      limitPath(
        limits,
        9,
        (x) => x,
        (y) => -y,
      ),
    ).toBe('M0.0 -2.0L5.0 -2.0L5.0 -4.0L9.0 -4.0')
  })
})
