import { describe, expect, it } from '@jest/globals'
import { isInvoiceTerms, paymentTerms } from '../../../src/domain/partners/paymentTerms'

describe('isInvoiceTerms', () => {
  it('lets those pay later who have days to pay, and nobody else', () => {
    const later = paymentTerms.filter(isInvoiceTerms)
    expect(later).toEqual(['net_15', 'net_30', 'net_60'])
    expect(paymentTerms).toContain('prepaid')
  })
})
