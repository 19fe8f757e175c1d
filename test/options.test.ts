import { describe, expect, it } from '@jest/globals'

import type { CollectionConfig, Field } from 'payload'
import type { z } from 'zod'

import type { ChannelPluginOptions } from '../src/channelPluginOptions'
import { channelPlugin } from '../src/index'
import { parseOptions, type optionsSchema } from '../src/options'

type Given = { defaultCollection: CollectionConfig }

const isNamed = (field: Field, name: string) => 'name' in field && field.name === name

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
    ['approvalLimits.salse', 'admin, sales', { approvalLimits: { salse: { USD: 100 } } }],
    ['approvalLimits.sales.UDS', 'USD, EUR', { approvalLimits: { sales: { UDS: 100 } } }],
    ['roles.clerk.ordres', 'orders, orderItems', { roles: { clerk: { ordres: { read: 'all' } } } }],
    [
      'roles.clerk.orders.aprove',
      'submit, approve',
      { roles: { clerk: { orders: { aprove: 'all' } } } },
    ],
    ['roles.clerk.orders.read', 'active, all', { roles: { clerk: { orders: { read: 'al' } } } }],
    ['slugs.ordres', 'orders, orderItems', { slugs: { ordres: 'x' } }],
    ['fieldNames.rols', 'roles', { fieldNames: { rols: 'x' } }],
    ['overrides.ordres', 'orders, orderItems', { overrides: { ordres: () => ({}) } }],
    ['externalAccess.pages[0]', '"read"', { externalAccess: { pages: ['raed'] } }],
    ['aproval', 'approvalLimits', { aproval: {} }],
    ['limits.linesPerOrdr', 'linesPerOrder', { limits: { linesPerOrdr: 1 } }],
    ['alerts.expiryDay', 'expiryDays', { alerts: { expiryDay: [1] } }],
    ['rateLimits.logn', 'login', { rateLimits: { logn: 1 } }],
    ['passwords.min', 'minLength', { passwords: { min: 1 } }],
    ['graphql.maxtokens', 'maxTokens', { graphql: { maxtokens: 1 } }],
    ['signing.key', 'keys', { signing: { key: 'x' } }],
    ['mails.queueall', 'queueAll', { mails: { queueall: true } }],
    ['agreement.fr', 'version, en, zh', { agreement: { version: '1', en: 'a', zh: 'b', fr: 'c' } }],
  ])('names what is misspelt, and what there is: %s', (path, known, options) => {
    const parse = () => parseOptions(options as never)
    expect(parse).toThrow(`at ${path}\n`.trimEnd())
    expect(parse).toThrow(known)
  })

  const overrides: [string, string, unknown][] = [
    ['nothing', 'Expected the collection.', () => undefined],
    ['null', 'Expected the collection.', () => null],
    ['text', 'Expected the collection.', () => 'orders'],
    [
      'a collection without fields',
      'Expected the collection with its fields.',
      ({ defaultCollection: { fields: _fields, ...rest } }: Given) => rest,
    ],
    [
      'a collection with another slug',
      'Expected the slug "orders": another one is given by the option slugs.',
      ({ defaultCollection }: Given) => ({ ...defaultCollection, slug: 'deals' }),
    ],
    [
      'a collection without one of its fields',
      'Expected its fields state too: hide those that are not wanted.',
      ({ defaultCollection }: Given) => ({
        ...defaultCollection,
        fields: defaultCollection.fields.filter((field) => !isNamed(field, 'state')),
      }),
    ],
    [
      'fields that are none',
      'Expected the collection with its fields.',
      { fields: () => undefined },
    ],
    [
      'its own fields alone',
      'Expected its fields orderNumber, orderDate, state,',
      { fields: () => [{ name: 'vatNumber', type: 'text' }] },
    ],
  ]

  it.each(overrides)(
    'refuses by its path an override that gives back %s',
    (_what, fault, orders) => {
      const start = () => channelPlugin({ overrides: { orders } } as never)({} as never)
      expect(start).toThrow(fault)
      expect(start).toThrow('at overrides.orders')
    },
  )

  it('takes an override that lays the fields out anew and adds one', () => {
    const start = () =>
      channelPlugin({
        overrides: {
          partners: {
            fields: ({ defaultFields: [first, ...rest] }) => [
              { type: 'row', fields: [first as Field] },
              { type: 'tabs', tabs: [{ label: 'More', fields: rest }] },
              { name: 'vatNumber', type: 'text' },
            ],
          },
        },
      })({} as never)
    expect(start).not.toThrow()
  })
})
