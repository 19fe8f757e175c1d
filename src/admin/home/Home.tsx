import type { CollectionSlug, PayloadRequest, ServerProps, Where } from 'payload'

import { accessOf } from '../../../access/can'
import { callerOf } from '../../../access/callerOf'
import { channelOf, userOf } from '../../channel'
import type { OrderState } from '../../domain/orders/orderMachine'
import type { Partner } from '../../payload-types'
import '../channel.css'
import { HomeOrders, type HomeOrder } from '../orders/HomeOrders'
import { HomeTiles, type HomeTile } from './HomeTiles'
import type { TextKey } from '../texts'

type Reader = Pick<PayloadRequest, 'payload' | 'user'>

/** What waits for whom; order = order on the page. */
const staffTiles: [OrderState, TextKey][] = [
  ['pending_review', 'waiting'],
  ['pending_payment', 'toPay'],
  ['in_progress', 'running'],
]
const partnerTiles: [OrderState, TextKey][] = [
  ['draft', 'drafts'],
  ['rejected', 'toRevise'],
  ...staffTiles,
]

/** The first page: what waits for the reader, and the shortest way to it. */
export const Home = async ({ payload, user }: ServerProps) => {
  const reader = { payload, user } as Reader
  // Whoever has nothing to do with the channel keeps the host's first page as it was.
  if (!callerOf(reader)?.roles.length) return null
  const { slugs } = channelOf(payload).options
  const reach = accessOf(reader, 'orders', 'read')
  const staff = reach === true
  const places = !staff && Boolean(callerOf(reader)?.links.partner)
  // Everybody else may read orders that concern them, but has none to wait for.
  const orders = reach && (staff || places) ? await ordersFor(reader, staff) : null
  return (
    <div className="channel-home">
      <HomeTiles
        canPlace={places && Boolean(accessOf(reader, 'orders', 'create'))}
        name={userOf<{ name?: null | string }>(payload, user ?? {}).name ?? user?.email ?? ''}
        slugs={slugs}
        tiles={await tilesFor(reader, staff, orders !== null)}
      />
      {orders && <HomeOrders orders={orders} slug={slugs.orders} staff={staff} />}
    </div>
  )
}

const countFor = async (
  { payload, user }: Reader,
  collection: CollectionSlug,
  where?: Where,
): Promise<number> => {
  const counted = await payload.count({ collection, where, overrideAccess: false, user })
  return counted.totalDocs
}

const tilesFor = async (
  reader: Reader,
  staff: boolean,
  withOrders: boolean,
): Promise<HomeTile[]> => {
  const { slugs } = channelOf(reader.payload).options
  const rows = staff ? staffTiles : partnerTiles
  const tiles: HomeTile[] = []
  if (withOrders)
    for (const [state, key] of rows) {
      const count = await countFor(reader, slugs.orders, { state: { equals: state } })
      tiles.push({ key, count, state })
    }
  // Everybody else sees them in figures further down.
  if (accessOf(reader, 'licenses', 'read') && !accessOf(reader, 'usageDays', 'read'))
    tiles.push({ key: 'licenses', count: await countFor(reader, slugs.licenses), state: null })
  return tiles
}

/** Staff begin with what has waited longest, everybody else with what is new. */
const ordersFor = async ({ payload, user }: Reader, staff: boolean): Promise<HomeOrder[]> => {
  const found = await payload.find({
    collection: channelOf(payload).options.slugs.orders,
    where: staff ? { state: { equals: 'pending_review' } } : {},
    sort: staff ? 'submittedAt' : '-orderDate',
    limit: 5,
    depth: 1,
    joins: false,
    overrideAccess: false,
    user,
  })
  return found.docs.map((order) => ({
    id: String(order.id),
    orderNumber: order.orderNumber ?? '',
    state: order.state,
    partner: (order.partner as Partner).name ?? '',
    at: (staff ? order.submittedAt : order.orderDate) ?? order.createdAt,
    total: order.total,
    currency: order.currency ?? 'USD',
  }))
}
