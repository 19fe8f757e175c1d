import { describe, expect, it } from '@jest/globals'

import { eventTypes } from '../../../src/domain/events/eventTypes'
import { languageOf, renderMail, type MailKind } from '../../../src/domain/events/mailTemplates'

const LINK = 'https://channel.example/admin/collections/orders/1'
const facts = {
  orderNumber: 'ORD-202601-000001',
  state: 'pending_payment',
  total: 123_456,
  currency: 'CNY',
  partner: { name: 'Acme' },
  reason: 'Wrong product',
  at: new Date('2026-01-31T23:30:00.000Z'),
}
const told = Object.entries(eventTypes).filter(([, { audience }]) => audience !== 'nobody')
const kinds = [...told.map(([type]) => type), 'password.reset'] as MailKind[]

describe('renderMail', () => {
  it.each(kinds)('writes %s in both languages, as text and HTML, with its link', (kind) => {
    const en = renderMail(kind, 'en', facts, LINK)
    const zh = renderMail(kind, 'zh', facts, LINK)
    for (const { html, subject, text } of [en, zh]) {
      expect(subject).not.toBe('')
      expect(text).toContain(LINK)
      expect(html).toContain(`href="${LINK}"`)
      expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|NaN|\[object/)
    }
    expect(zh.subject).toMatch(/\p{Script=Han}/u)
    expect(en.subject + en.text).not.toMatch(/\p{Script=Han}/u)
    expect([en.html, zh.html]).toEqual([
      expect.stringContaining('lang="en"'),
      expect.stringContaining('lang="zh-CN"'),
    ])
  })

  it('writes money and dates as the reader does, dates in UTC', () => {
    const en = renderMail('order.approved', 'en', facts, LINK).text
    expect(en).toContain('CN¥1,234.56')
    expect(en).toContain('January 31, 2026')
    expect(en).toContain('23:30 UTC')
    const zh = renderMail('order.approved', 'zh', facts, LINK).text
    expect(zh).toContain('¥1,234.56')
    expect(zh).toContain('2026年1月31日')
  })

  it('tells a partner who has to pay first from one who has the licenses already', () => {
    const said = (state: string) =>
      renderMail('order.approved', 'en', { ...facts, state }, LINK).text
    expect(said('pending_payment')).toContain('as soon as it is paid')
    expect(said('in_progress')).toContain('licenses are issued')
  })

  it('gives the reason of a rejection, a return and a cancellation', () => {
    for (const kind of ['order.rejected', 'order.returned', 'order.cancelled'] as const)
      for (const language of ['en', 'zh'] as const)
        expect(renderMail(kind, language, facts, LINK).text).toContain('Wrong product')
  })

  it('takes names and reasons for text, never for markup or further headers', () => {
    const evil = { ...facts, partner: { name: '"><script>x</script>\r\nBcc: all@example.com' } }
    const { html, subject } = renderMail('order.submitted', 'en', evil, `${LINK}"><b>`)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('"><b>')
    expect(html).toContain('&quot;&gt;&lt;script&gt;')
  })

  it('keeps a subject to one line that fits', () => {
    const long = { ...facts, partner: { name: 'A'.repeat(500) } }
    expect(renderMail('order.submitted', 'en', long, LINK).subject).toHaveLength(150)
  })
})

describe('languageOf', () => {
  it('is English where a user has chosen none', () => {
    expect([{}, { language: null }, { language: 'zh' }].map(languageOf)).toEqual(['en', 'en', 'zh'])
  })
})
