import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ChannelError } from '../../../src/domain/errors'
import { orderInput } from '../../../src/api/orders/orderInput'
import { parseInput } from '../../../src/domain/parseInput'

const item = {
  sku: 'ENT-1',
  licenseType: 'subscription',
  quantity: 2,
  durationYears: 1,
  endUserName: 'Acme Ltd',
}
const order = (over: object = {}, items: unknown = [item]) => ({
  agreementAcknowledged: true,
  items,
  ...over,
})
/** The fields at fault; one can be wrong in two ways. */
const pathsOf = (body: unknown, maxLines = 3): (string | undefined)[] => {
  try {
    parseInput(orderInput(maxLines), body)
    return []
  } catch (error) {
    return [...new Set((error as ChannelError).entries.map(({ path }) => path))]
  }
}

describe('orderInput', () => {
  it('takes an order and says what was left out', () => {
    expect(parseInput(orderInput(3), { items: [item] })).toEqual({
      agreementAcknowledged: false,
      items: [item],
      submit: true,
    })
  })

  it('ignores every amount, state, number and owner that a client sends', () => {
    const forgedItem = {
      ...item,
      unitPrice: 1,
      total: 1,
      tax: 0,
      discount: 99,
      taxRateBps: 0,
      id: 'x',
    }
    const forged = order(
      {
        total: 1,
        subtotal: 1,
        taxTotal: 0,
        state: 'completed',
        status: 'APPROVED',
        partner: 'contoso',
        customer: 'c-1',
        orderNumber: 'PO-000000-000001',
        currency: 'XXX',
      },
      [forgedItem],
    )
    // What the client saw is only held against what the server counts.
    expect(parseInput(orderInput(3), forged)).toEqual({ ...order(), submit: true, total: 1 })
  })

  it('ignores whatever else a client sends', () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (more, moreOfItem) => {
        const parsed = parseInput(orderInput(3), {
          ...more,
          ...order({ notes: 'n', submit: false }, [
            { ...moreOfItem, ...item, endUserEmail: 'a@b.co' },
          ]),
        })
        expect(Object.keys(parsed).sort()).toEqual([
          'agreementAcknowledged',
          'items',
          'notes',
          'submit',
        ])
        expect(Object.keys(parsed.items[0] as object).sort()).toEqual(
          [...Object.keys(item), 'endUserEmail'].sort(),
        )
      }),
    )
  })

  it.each<[string, string, unknown]>([
    ['a fraction', 'quantity', 1.5],
    ['zero', 'quantity', 0],
    ['less than zero', 'quantity', -1],
    ['a huge number', 'quantity', 1e21],
    ['one more than the most', 'quantity', 100_001],
    ['not a number', 'quantity', NaN],
    ['infinity', 'quantity', Infinity],
    ['a number in text', 'quantity', '2'],
    ['a list', 'quantity', [2]],
    ['nothing', 'quantity', undefined],
    ['null', 'quantity', null],
    ['half a year', 'durationYears', 0.5],
    ['no years', 'durationYears', 0],
    ['eleven years', 'durationYears', 11],
    ['years in text', 'durationYears', '1'],
    ['an unknown license type', 'licenseType', 'lifetime'],
    ['a name that every object has', 'licenseType', 'constructor'],
    ['no SKU', 'sku', ''],
    ['a SKU of spaces', 'sku', '   '],
    ['a SKU that is a query', 'sku', { $ne: null }],
    ['a null character', 'sku', 'ENT\0'],
    ['a SKU that is too long', 'sku', 'x'.repeat(65)],
    ['two lines', 'endUserName', 'Acme\nLtd'],
    ['an escape character', 'endUserName', 'Acme\u001b[31m'],
    ['a name that is too long', 'endUserName', 'x'.repeat(201)],
    ['a number for a name', 'endUserName', 7],
    ['no e-mail address', 'endUserEmail', 'acme'],
    ['a header in an e-mail address', 'endUserEmail', 'a@b.co\nBcc: c@d.co'],
    ['an e-mail address that is too long', 'endUserEmail', `${'x'.repeat(250)}@b.co`],
  ])('refuses %s, naming %s: %j', (_name, field, value) => {
    expect(pathsOf(order({}, [item, { ...item, [field]: value }]))).toEqual([`items.1.${field}`])
  })

  it.each<[string, string, object]>([
    ['the agreement in text', 'agreementAcknowledged', { agreementAcknowledged: 'true' }],
    ['the agreement as a number', 'agreementAcknowledged', { agreementAcknowledged: 1 }],
    ['submit in text', 'submit', { submit: 'false' }],
    ['notes with a null character', 'notes', { notes: 'a\0' }],
    ['notes that are too long', 'notes', { notes: 'x'.repeat(4_001) }],
    ['items that are no list', 'items', { items: { 0: item } }],
    ['no items', 'items', { items: undefined }],
    ['one line more than allowed', 'items', { items: [item, item, item, item] }],
    ['a line that is no object', 'items.0', { items: ['ENT-1'] }],
    ['a line that is null', 'items.0', { items: [null] }],
  ])('refuses %s, naming %s', (_name, path, over) => {
    expect(pathsOf(order(over))).toEqual([path])
  })

  it('takes as many lines as allowed, and the most of everything', () => {
    const most = { ...item, quantity: 100_000, durationYears: 10, endUserName: 'x'.repeat(200) }
    expect(pathsOf(order({}, [most, most, most]))).toEqual([])
    expect(pathsOf(order({}, []))).toEqual([])
  })

  it('names every field at fault at once', () => {
    const paths = pathsOf(order({ submit: 1 }, [{ ...item, quantity: 0, sku: '' }]))
    expect(paths.sort()).toEqual(['items.0.quantity', 'items.0.sku', 'submit'])
  })

  it('takes nothing but whole counts, whatever number comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger()), (quantity) => {
        const isFine = Number.isInteger(quantity) && quantity >= 1 && quantity <= 100_000
        expect(pathsOf(order({}, [{ ...item, quantity }]))).toEqual(
          isFine ? [] : ['items.0.quantity'],
        )
      }),
    )
  })
})
