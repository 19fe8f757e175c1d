import { describe, expect, it } from '@jest/globals'

import {
  bulkOrderOf,
  targetsOf,
  totalsByCurrency,
} from '../../../../src/admin/orders/bulk/bulkOrders'

const order = (changes: object = {}) =>
  bulkOrderOf({ id: 7, orderNumber: 'PO-202611-000007', state: 'pending_review', ...changes })

describe('the orders that are decided on at once', () => {
  it('carry the revision that the list showed, as text and numbers that the API takes', () => {
    expect(order({ revision: 3, total: 100, currency: 'USD', licenseCount: 2 })).toEqual({
      id: '7',
      orderNumber: 'PO-202611-000007',
      state: 'pending_review',
      revision: 3,
      total: 100,
      currency: 'USD',
      licenseCount: 2,
    })
    expect(order({ revision: null }).revision).toBe(0)
  })

  it('are those whose state allows the action', () => {
    const all = ['draft', 'pending_review', 'in_progress', 'rejected'].map((state) =>
      order({ state }),
    )
    expect(targetsOf(all, 'approve').map(({ state }) => state)).toEqual(['pending_review'])
  })

  it('are summed up by currency, exactly', () => {
    const most = Number.MAX_SAFE_INTEGER - 1
    expect(
      totalsByCurrency([
        order({ currency: 'USD', total: most }),
        order({ currency: 'EUR', total: 5 }),
        order({ currency: 'USD', total: 1 }),
      ]),
    ).toEqual([
      ['EUR', 5],
      ['USD', most + 1],
    ])
    expect(totalsByCurrency([])).toEqual([])
  })
})
