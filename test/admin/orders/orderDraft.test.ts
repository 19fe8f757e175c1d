import { describe, expect, it } from '@jest/globals'

import {
  amountsOf,
  blankLine,
  bodyOf,
  draftOf,
  faultsOf,
  fieldOf,
  totalsOf,
  typesOf,
  type Draft,
  type Offer,
} from '../../../src/admin/orders/orderDraft'

const offer = (licenseType: Offer['licenseType'], unitPrice: number): Offer => ({
  id: licenseType,
  product: { id: 'p1', sku: 'PRO', name: 'Professional' },
  licenseType,
  unitPrice,
  listPrice: unitPrice,
  discountBps: 0,
  taxRateBps: 1000,
  breaks: [{ minQuantity: 10, unitPrice: unitPrice / 2 }],
})

const offers = [offer('perpetual', 5000), offer('subscription', 1000)]

const line = (changes = {}) => ({
  ...blankLine('a'),
  product: 'p1',
  sku: 'PRO',
  licenseType: 'subscription',
  quantity: '2',
  durationYears: '3',
  endUserName: 'Contoso',
  ...changes,
})

const draft = (changes: Partial<Draft> = {}): Draft => ({
  lines: [line()],
  notes: '',
  agreementAcknowledged: true,
  agreementVersion: '1',
  ...changes,
})

describe('draftOf', () => {
  it('begins a new order with one blank line', () => {
    expect(draftOf(null, '1').lines).toEqual([blankLine('first')])
  })

  it('shows an agreement as accepted only under the version that is on the page', () => {
    const order = { items: [], notes: null, agreementAcknowledged: true, agreementVersion: '1' }
    expect(draftOf(order as never, '1').agreementAcknowledged).toBe(true)
    expect(draftOf(order as never, '2').agreementAcknowledged).toBe(false)
  })
})

describe('bodyOf', () => {
  it('leaves out lines that nobody has typed anything into, and empty e-mails and notes', () => {
    expect(bodyOf(draft({ lines: [blankLine('b'), line()] }))).toEqual({
      agreementAcknowledged: true,
      agreementVersion: '1',
      items: [
        {
          product: 'p1',
          licenseType: 'subscription',
          quantity: 2,
          durationYears: 3,
          endUserName: 'Contoso',
        },
      ],
    })
  })
})

describe('faultsOf', () => {
  it('finds what the server would refuse, naming the field as the server does', () => {
    const lines = [line({ quantity: '1.5' }), line({ endUserName: ' ' })]
    const paths = faultsOf(draft({ lines }), 10, false).map(({ path }) => path)
    expect(paths).toEqual(['items.0.quantity', 'items.1.endUserName'])
  })

  it('asks for the agreement and a line only of an order that is submitted', () => {
    const empty = draft({ lines: [], agreementAcknowledged: false })
    expect(faultsOf(empty, 10, false)).toEqual([])
    expect(faultsOf(empty, 10, true)).toMatchObject([{ code: 'ORDER_EMPTY', path: 'items' }])
    expect(faultsOf(draft({ agreementAcknowledged: false }), 10, true)).toMatchObject([
      { code: 'AGREEMENT_REQUIRED' },
    ])
  })
})

describe('fieldOf', () => {
  it('finds the line that an error is about, counting as the server does', () => {
    const lines = [blankLine('blank'), line({ key: 'first' }), line({ key: 'second' })]
    expect(fieldOf(draft({ lines }), 'items.1.quantity')).toEqual({
      key: 'second',
      field: 'quantity',
    })
    expect(fieldOf(draft({ lines }), 'agreementAcknowledged')).toBeNull()
  })
})

describe('amountsOf', () => {
  it('counts a complete line with its break, years and tax', () => {
    expect(amountsOf(line(), offers)?.total).toBe(6600)
    expect(amountsOf(line({ quantity: '10' }), offers)?.total).toBe(16500)
  })

  it.each(['', '0', '-1', '1.5', '1e3', 'x'])('knows nothing of a quantity of “%s”', (quantity) => {
    expect(amountsOf(line({ quantity }), offers)).toBeNull()
  })

  it('knows nothing of an amount past what can be counted', () => {
    expect(amountsOf(line({ quantity: '99999999999999999999' }), offers)).toBeNull()
  })
})

describe('totalsOf', () => {
  it('sums the complete lines', () => {
    expect(totalsOf([line(), line({ quantity: '' }), line()], offers).total).toBe(13200)
  })
})

describe('typesOf', () => {
  it('offers the priced license types, the usual one first', () => {
    expect(typesOf('p1', offers)).toEqual(['subscription', 'perpetual'])
    expect(typesOf('NONE', offers)).toEqual([])
  })
})
