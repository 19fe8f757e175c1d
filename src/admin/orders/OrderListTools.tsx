import type { ListViewServerProps, PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import { channelOf } from '../../channel'
import { BulkOrderActions } from './bulk/BulkOrderActions'
import { bulkActions } from './orderActionLook'
import { StateChips } from '../ui/states/StateChips'

/** Above the list of orders: filters by state, and for staff what can be done with several at once. */
export const OrderListTools = ({ payload, user }: ListViewServerProps) => {
  const req = { payload, user } as Pick<PayloadRequest, 'payload' | 'user'>
  const allowed = bulkActions.filter((action) => accessOf(req, 'orders', action) === true)
  const slug = channelOf(payload).options.slugs.orders
  return (
    <div className="channel-list-tools">
      <StateChips of="orders" slug={slug} />
      {allowed.length > 0 && <BulkOrderActions allowed={allowed} slug={slug} />}
    </div>
  )
}
