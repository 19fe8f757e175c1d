import { describe, expect, it } from '@jest/globals'

import {
  digestKeyOf,
  isDigestTime,
  periodAt,
  periodsBefore,
} from '../../../src/domain/alerts/digest'
import { renderDigest, type DigestAlert } from '../../../src/domain/alerts/digestMail'

describe('periodAt', () => {
  it.each([
    ['daily', '2026-03-04T05:00:00.000Z', '2026-03-04', '2026-03-04T00:00:00.000Z'],
    ['weekly', '2026-03-04T05:00:00.000Z', 'week-2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['weekly', '2026-03-02T00:00:00.000Z', 'week-2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['weekly', '2026-03-01T23:59:59.999Z', 'week-2026-02-23', '2026-02-23T00:00:00.000Z'],
  ] as const)('%s at %s is %s', (frequency, now, name, end) => {
    const period = periodAt(frequency, new Date(now))
    expect([period.name, period.end.toISOString()]).toEqual([name, end])
  })

  it('is told of in the morning, when the scans of the day before have long ended', () => {
    const period = periodAt('daily', new Date('2026-03-04T05:59:59.999Z'))
    expect(isDigestTime(period, new Date('2026-03-04T05:59:59.999Z'))).toBe(false)
    expect(isDigestTime(period, new Date('2026-03-04T06:00:00.000Z'))).toBe(true)
  })
})

describe('periodsBefore', () => {
  it('are those of a month, daily and weekly ones, this one among them', () => {
    const period = periodAt('daily', new Date('2026-03-04T08:00:00.000Z'))
    const names = periodsBefore(period).map(({ name }) => name)
    expect(names).toHaveLength(31 + 5)
    expect(names).toEqual(expect.arrayContaining(['2026-03-04', 'week-2026-03-02', '2026-02-02']))
    expect(digestKeyOf('u1', period)).toBe('digest:u1:2026-03-04')
  })
})

describe('renderDigest', () => {
  const alert = (kind: DigestAlert['kind'], number: number): DigestAlert => ({
    kind,
    licenseId: `ENT-202603-${String(number).padStart(6, '0')}`,
    date: `2026-04-${String((number % 30) + 1).padStart(2, '0')}T00:00:00.000Z`,
  })

  it('groups by kind with counts, names licenses with their dates, and links to the rest', () => {
    const many = Array.from({ length: 25 }, (_, index) => alert('expiring', index))
    const { html, subject, text } = renderDigest(
      'en',
      [...many, alert('over_users', 99)],
      'https://x/alerts',
    )
    expect(subject).toBe('26 new license alerts')
    expect(text).toContain('Expiring soon (25)\nENT-202603-000000, expires on 2026-04-01\n')
    expect(text).toContain('and 5 more')
    expect(text.indexOf('Over the user limit (1)')).toBeLessThan(text.indexOf('Expiring soon'))
    expect(text).toContain('https://x/alerts')
    expect(html).toContain('ENT-202603-000099, as of 2026-04-10')
  })

  it('speaks the reader’s language', () => {
    const { subject, text } = renderDigest('zh', [alert('expired', 1)], 'https://x')
    expect(subject).toBe('1 条新的许可证告警')
    expect(text).toContain('已过期 (1)\nENT-202603-000001, 过期日期 2026-04-02')
  })
})
