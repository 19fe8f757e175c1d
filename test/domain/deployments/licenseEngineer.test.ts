import { describe, expect, it } from '@jest/globals'

import { licenseEngineer, type EngineerWork } from '../../../src/domain/deployments/licenseEngineer'

const work = (engineer: null | string, state: EngineerWork['state'], day = '01'): EngineerWork => ({
  engineer,
  state,
  scheduledAt: `2026-12-${day}T09:00:00.000Z`,
  finishedAt: state === 'completed' ? `2026-12-${day}T12:00:00.000Z` : null,
})

describe('licenseEngineer', () => {
  it.each<[string, null | string, EngineerWork[], null | string, null | string]>([
    ['the first one who gets it', null, [work('erin', 'scheduled')], null, 'erin'],
    ['nobody while nobody is named', null, [work(null, 'scheduled')], null, null],
    [
      'the present one, who has to deploy it too',
      'erin',
      [work('evan', 'scheduled'), work('erin', 'failed', '09')],
      null,
      'erin',
    ],
    [
      'the one who is to deploy it first',
      'zoe',
      [work('erin', 'scheduled', '09'), work('evan', 'in_progress', '02')],
      null,
      'evan',
    ],
    [
      'one with work before one who is done',
      'erin',
      [work('erin', 'completed'), work('evan', 'scheduled')],
      null,
      'evan',
    ],
    ['the one who completed it', 'erin', [work('erin', 'completed')], null, 'erin'],
    ['whom staff gave it to', 'zoe', [work('erin', 'cancelled')], 'erin', 'zoe'],
    ['nobody after a cancellation', 'erin', [work('erin', 'cancelled')], 'erin', null],
    [
      'the one who completed it last, after a cancellation',
      'erin',
      [work('erin', 'cancelled'), work('zoe', 'completed', '02'), work('evan', 'completed', '03')],
      'erin',
      'evan',
    ],
  ])('is %s', (_words, present, all, left, expected) => {
    expect(licenseEngineer(present, all, left)).toBe(expected)
  })
})
