import { describe, expect, it } from '@jest/globals'

import { parseOptions } from '../src/options'

describe('parseOptions', () => {
  it('refuses to judge usage by more days than are looked at', () => {
    const alerts = { irregularWindowDays: 10, irregularMinimumDays: 10 }
    expect(parseOptions({ alerts }).alerts).toMatchObject(alerts)
    expect(() => parseOptions({ alerts: { irregularWindowDays: 10 } })).toThrow(
      /irregularWindowDays[^]*alerts\.irregularMinimumDays/,
    )
  })

  it.each([
    ['approvalLimits.salse', { approvalLimits: { salse: { USD: 100 } } }],
    ['approvalLimits.sales.UDS', { approvalLimits: { sales: { UDS: 100 } } }],
    ['roles.clerk.ordres', { roles: { clerk: { ordres: { read: 'all' } } } }],
    ['roles.clerk.orders.aprove', { roles: { clerk: { orders: { aprove: 'all' } } } }],
    ['roles.clerk.orders.read', { roles: { clerk: { orders: { read: 'al' } } } }],
  ])('names what is misspelt: %s', (path, options) => {
    expect(() => parseOptions(options as never)).toThrow(`at ${path}`)
  })
})
