/* What a host's compiler must know of the package; compiled, never run. */
import type { Plugin } from 'payload'
import * as main from 'payload-channel'
import type { ChannelPluginOptions } from 'payload-channel'
import * as access from 'payload-channel/access'
import * as client from 'payload-channel/client'
import * as rsc from 'payload-channel/rsc'
import * as sqlite from 'payload-channel/sqlite'
import type { Errors, License, List, Order } from 'payload-channel/types'

type IsAny<T> = 0 extends 1 & T ? true : false
/** Whether no property is `any`, which it would be where a declaration were not found. */
type IsKnown<T> = true extends { [K in keyof T]-?: IsAny<T[K]> }[keyof T] ? false : true

export const known: [
  IsKnown<typeof main>,
  IsKnown<ChannelPluginOptions>,
  IsKnown<typeof client>,
  IsKnown<typeof rsc>,
  IsKnown<typeof sqlite>,
  IsKnown<typeof access>,
  IsKnown<License>,
  IsKnown<Order>,
  IsKnown<Errors>,
] = [true, true, true, true, true, true, true, true, true]

export const firstTotal = ({ docs }: List<Order>): number | undefined => docs[0]?.total

export const plugin: Plugin = main.channelPlugin({
  currencies: ['USD'],
  slugs: { orders: 'sales' },
})
export const isPlugin: IsAny<ReturnType<typeof main.channelPlugin>> = false

// @ts-expect-error -- there is no such option
main.channelPlugin({ currency: 'USD' })
// @ts-expect-error -- a slug is a text
main.channelPlugin({ slugs: { orders: 1 } })
