import { describe, expect, it } from '@jest/globals'

import { alertPhrase, type SaidAlert } from '../../../src/domain/alerts/alertPhrase'
import { alertKinds } from '../../../src/domain/alerts/alertRules'

const irregular = { day: '2026-03-01', metric: 'users', value: 90, median: 12 }

describe('alertPhrase', () => {
  it.each<[SaidAlert, en: string, zh: string]>([
    [
      { kind: 'expiring', figures: {}, thresholdDays: 30 },
      'expires within 30 days',
      '将在 30 天内到期',
    ],
    [
      { kind: 'expiring', figures: {}, thresholdDays: 1 },
      'expires within 1 day',
      '将在 1 天内到期',
    ],
    [{ kind: 'expired', figures: {} }, 'has expired', '已过期'],
    [
      { kind: 'over_users', figures: { used: 12, limit: 10 } },
      'uses 12 users of 10',
      '已有 12 个用户，限额 10',
    ],
    [
      { kind: 'over_workspaces', figures: { used: 3, limit: 2 } },
      'uses 3 workspaces of 2',
      '已用 3 个工作区，限额 2',
    ],
    [
      { kind: 'inactive', figures: { inactiveDays: 30 } },
      'has reported nothing for 30 days',
      '已有 30 天没有上报',
    ],
    [
      { kind: 'irregular_usage', figures: irregular },
      'used 90 users on 2026-03-01, ordinarily 12',
      '2026-03-01 使用了 90 个用户，通常为 12',
    ],
    [
      { kind: 'irregular_usage', figures: { ...irregular, kind: 'restday' } },
      'used 90 users on 2026-03-01, ordinarily 12 on a day of rest',
      '2026-03-01 使用了 90 个用户，休息日通常为 12',
    ],
  ])('says with its figures what %j is about', (alert, en, zh) => {
    expect([alertPhrase(alert, 'en'), alertPhrase(alert, 'zh')]).toEqual([en, zh])
  })

  it('has words for every kind of alert', () => {
    const said = alertKinds.map((kind) => alertPhrase({ kind, figures: {} }, 'zh'))
    expect(new Set(said).size).toBe(alertKinds.length)
  })
})
