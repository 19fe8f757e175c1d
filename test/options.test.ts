import { describe, expect, it } from '@jest/globals'

import type { z } from 'zod'

import type { ChannelPluginOptions } from '../src/channelPluginOptions'
import { parseOptions, type optionsSchema } from '../src/options'

type Checked = z.input<typeof optionsSchema>

/** Every key is asked for: what may be left out is assignable from anything. */
type Whole<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }
    : T
type Fits<A, B> = [Whole<A>] extends [Whole<B>] ? true : false

/** The compiler refuses this file as soon as the declared options are not those that are checked. */
const same: [Fits<ChannelPluginOptions, Checked>, Fits<Checked, ChannelPluginOptions>] = [
  true,
  true,
]

describe('parseOptions', () => {
  it('checks the very options that are declared', () => {
    expect(same).toEqual([true, true])
  })

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
