import type { Endpoint } from 'payload'

import type { ChannelOptions } from '../src/options'
import { apiDocs } from './records/apiDocs'
import { alertActionEndpoints } from './alerts/alertActions'
import { changeDraft } from './orders/changeDraft'
import { createLicense } from './licenses/createLicense'
import { getCertificate } from './licenses/getCertificate'
import { deploymentActionEndpoints } from './deployments/deploymentActions'
import { getPartnerOrder } from './orders/getPartnerOrder'
import { getPriceList } from './pricing/getPriceList'
import { getTimeline } from './timeline/getTimeline'
import { getUsage } from './usage/getUsage'
import { jobActionEndpoints } from './queue/jobActions'
import { jwks } from './licenses/jwks'
import { licenseActionEndpoints } from './licenses/licenseActions'
import { listPartnerOrders } from './orders/listPartnerOrders'
import { listPartnerProducts } from './pricing/listPartnerProducts'
import { documentFor, openApi } from './records/openApi'
import { orderActionEndpoints } from './orders/orderActions'
import { partnerLogin } from './accounts/partnerLogin'
import { partnerLogout } from './accounts/partnerLogout'
import { placeOrder } from './orders/placeOrder'
import { previewLicenseId } from './licenses/previewLicenseId'
import { recordPurchase } from './licenses/recordPurchase'
import { reportUsage } from './usage/reportUsage'
import { resourceEndpoints } from './records/resourceEndpoints'
import { statsEndpoints } from './stats/statsEndpoints'
import { reversePurchase } from './licenses/reversePurchase'
import { scheduleDeployment } from './deployments/scheduleDeployment'
import { revokeUsageKey, rotateUsageKey } from './usage/usageKey'
import { validateLicense } from './licenses/validateLicense'

/** Every route of the plugin, for one set of options. */
export const endpoints = (options: ChannelOptions): Endpoint[] => {
  const routes = [
    // Payload tries one route after the other: those that machines ask all day come first.
    validateLicense,
    reportUsage,
    partnerLogin,
    partnerLogout,
    listPartnerProducts,
    getPriceList,
    placeOrder(options),
    listPartnerOrders,
    getPartnerOrder,
    changeDraft(options),
    ...orderActionEndpoints,
    createLicense(options),
    // Before what takes an ID in that place.
    previewLicenseId,
    ...licenseActionEndpoints,
    getTimeline,
    recordPurchase(options),
    reversePurchase,
    rotateUsageKey,
    revokeUsageKey,
    getUsage,
    getCertificate,
    jwks,
    scheduleDeployment,
    ...deploymentActionEndpoints,
    ...alertActionEndpoints,
    ...jobActionEndpoints,
    ...resourceEndpoints(options),
    ...statsEndpoints,
  ]
  const documentOf = documentFor(routes)
  return [...routes, openApi(documentOf), ...apiDocs(documentOf)]
}
