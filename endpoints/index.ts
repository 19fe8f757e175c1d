import type { Endpoint } from 'payload'

import type { ChannelOptions } from '../src/options'
import { apiDocs } from './apiDocs'
import { alertActionEndpoints } from './alertActions'
import { changeDraft } from './changeDraft'
import { createLicense } from './createLicense'
import { getCertificate } from './getCertificate'
import { deploymentActionEndpoints } from './deploymentActions'
import { getPartnerOrder } from './getPartnerOrder'
import { getPriceList } from './getPriceList'
import { getTimeline } from './getTimeline'
import { getUsage } from './getUsage'
import { jobActionEndpoints } from './jobActions'
import { jwks } from './jwks'
import { licenseActionEndpoints } from './licenseActions'
import { listPartnerOrders } from './listPartnerOrders'
import { listPartnerProducts } from './listPartnerProducts'
import { documentFor, openApi } from './openApi'
import { orderActionEndpoints } from './orderActions'
import { partnerLogin } from './partnerLogin'
import { partnerLogout } from './partnerLogout'
import { placeOrder } from './placeOrder'
import { previewLicenseId } from './previewLicenseId'
import { recordPurchase } from './recordPurchase'
import { reportUsage } from './reportUsage'
import { resourceEndpoints } from './resourceEndpoints'
import { statsEndpoints } from './statsEndpoints'
import { reversePurchase } from './reversePurchase'
import { scheduleDeployment } from './scheduleDeployment'
import { revokeUsageKey, rotateUsageKey } from './usageKey'
import { validateLicense } from './validateLicense'

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
