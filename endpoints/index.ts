import type { Endpoint } from 'payload'

import type { ChannelOptions } from '../src/options'
import { changeDraft } from './changeDraft'
import { getPartnerOrder } from './getPartnerOrder'
import { getPriceList } from './getPriceList'
import { listPartnerOrders } from './listPartnerOrders'
import { listPartnerProducts } from './listPartnerProducts'
import { openApi } from './openApi'
import { orderActionEndpoints } from './orderActions'
import { partnerLogin } from './partnerLogin'
import { partnerLogout } from './partnerLogout'
import { placeOrder } from './placeOrder'

/** Every route of the plugin, for one set of options. */
export const endpoints = (options: ChannelOptions): Endpoint[] => {
  const routes = [
    partnerLogin,
    partnerLogout,
    listPartnerProducts,
    getPriceList,
    placeOrder(options),
    listPartnerOrders,
    getPartnerOrder,
    changeDraft(options),
    ...orderActionEndpoints,
  ]
  return [...routes, openApi(routes)]
}
