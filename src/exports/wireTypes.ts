import type { z } from 'zod'

import type { alertView } from '../api/alerts/alertView'
import type { customerView } from '../api/customers/customerView'
import type { deploymentView } from '../api/deployments/deploymentView'
import type { ErrorCode } from '../domain/errors'
import type { licenseResourceView } from '../api/licenses/licenseView'
import type {
  licenseView,
  orderItemView,
  orderSummaryView,
  orderView,
} from '../api/orders/orderView'
import type { partnerView } from '../api/partners/partnerView'
import type { purchaseResourceView } from '../api/purchases/purchaseView'
import type { expiringView, overviewView, usageStatsView } from '../api/stats/statsViews'
import type { teamMemberView } from '../api/partners/teamMemberView'
import type { listOf } from '../api/listQuery'

/* What the routes below `/api/v1` answer, from the schemas that make the answers. */

export type Order = z.output<typeof orderView>
export type OrderSummary = z.output<typeof orderSummaryView>
export type OrderItem = z.output<typeof orderItemView>
/** A license as an approval answers it. */
export type IssuedLicense = z.output<typeof licenseView>
export type License = z.output<typeof licenseResourceView.schema>
export type Purchase = z.output<typeof purchaseResourceView.schema>
export type Deployment = z.output<typeof deploymentView.schema>
export type Alert = z.output<typeof alertView.schema>
export type Customer = z.output<typeof customerView.schema>
export type Reseller = z.output<typeof partnerView.schema>
/** A sales rep or an engineer. */
export type TeamMember = z.output<typeof teamMemberView.schema>
export type Overview = z.output<typeof overviewView>
export type ExpiringLicenses = z.output<typeof expiringView>
export type UsageStatistics = z.output<typeof usageStatsView>

/** A page of a list. */
export type List<Item> = Omit<z.output<ReturnType<typeof listOf>>, 'docs'> & { docs: Item[] }

/** Every answer with a status of 400 or more. */
export type Errors = { errors: { code: ErrorCode; message: string; path?: string }[] }
