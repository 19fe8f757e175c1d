import { describe, expect, it } from '@jest/globals'

import { changeInWords } from '../../../src/admin/ui/changeInWords'
import { textIn } from '../../../src/admin/texts'
import { formatMoney } from '../../../src/domain/money/money'

const english = {
  language: 'en' as const,
  t: textIn('en'),
  money: (amount: number, currency: string) => formatMoney(amount, currency, 'en'),
  number: String,
}

const say = (field: string, change: { from?: unknown; to?: unknown }) =>
  changeInWords(english, { state: 'State', total: 'Total', notes: 'Notes' }, 'USD', field, change)

describe('changeInWords', () => {
  it('says states, money and lines as people do', () => {
    expect(say('state', { from: 'draft', to: 'pending_review' })).toBe(
      'State: Draft → Pending review',
    )
    expect(say('total', { from: 100, to: 12345 })).toBe('Total: $1.00 → $123.45')
    const one = { quantity: 2, sku: 'PRO', endUserName: 'Contoso' }
    expect(say('items', { from: [], to: [one] })).toBe('Lines: nothing → 2 × PRO (Contoso)')
    expect(say('items', { to: Array(7).fill(one) })).toMatch(/\(Contoso\), \+2$/)
    expect(say('notes', { from: 'Urgent' })).toBe('Notes: Urgent → nothing')
  })

  it('leaves out what the entry says already and what begins as nothing', () => {
    expect(say('decidedBy', { to: '1' })).toBeNull()
    expect(say('discountTotal', { to: 0 })).toBeNull()
  })
})
