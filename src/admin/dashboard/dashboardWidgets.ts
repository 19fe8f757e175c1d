import type { PayloadRequest, Widget, WidgetInstance } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { accessOf } from '../../../access/can'

type Shown = (req: PayloadRequest) => boolean

/** A widget of the plugin: where it is in the layout of a reader who has none of their own. */
type Row = {
  slug: string
  component: string
  label: { en: string; zh: string }
  width: 'full' | 'medium' | 'small'
  shown: Shown
}

/** Those whose own licenses, or all, the statistics count; an engineer has deployments instead. */
const readsStats: Shown = (req) =>
  Boolean(accessOf(req, 'licenses', 'read') && accessOf(req, 'usageDays', 'read'))
const isStaff: Shown = (req) => accessOf(req, 'purchases', 'read') === true
const worksOnDeployments: Shown = (req) => Boolean(accessOf(req, 'deployments', 'start'))
const seesOrders: Shown = (req) => readsStats(req) && Boolean(accessOf(req, 'orders', 'read'))
const seesAlerts: Shown = (req) => Boolean(accessOf(req, 'alerts', 'read'))

/** Order = order on the page. */
const rows: Row[] = [
  {
    slug: 'channel-totals',
    component: 'TotalsWidget',
    label: { en: 'Licenses in figures', zh: '许可证概览' },
    width: 'full',
    shown: readsStats,
  },
  {
    slug: 'channel-alerts',
    component: 'AlertsWidget',
    label: { en: 'Open alerts', zh: '未处理告警' },
    width: 'medium',
    shown: seesAlerts,
  },
  {
    slug: 'channel-expiring',
    component: 'ExpiringWidget',
    label: { en: 'Expiring soon', zh: '即将到期' },
    width: 'medium',
    shown: readsStats,
  },
  {
    slug: 'channel-states',
    component: 'StatesWidget',
    label: { en: 'Licenses by state', zh: '按状态统计许可证' },
    width: 'small',
    shown: readsStats,
  },
  {
    slug: 'channel-orders',
    component: 'OrdersWidget',
    label: { en: 'Orders by state', zh: '按状态统计订单' },
    width: 'small',
    shown: seesOrders,
  },
  {
    slug: 'channel-product-types',
    component: 'ProductTypesWidget',
    label: { en: 'Licenses by product type', zh: '按产品类型统计许可证' },
    width: 'small',
    shown: readsStats,
  },
  {
    slug: 'channel-usage',
    component: 'UsageWidget',
    label: { en: 'Usage across customers', zh: '客户用量' },
    width: 'medium',
    shown: readsStats,
  },
  {
    slug: 'channel-revenue',
    component: 'RevenueWidget',
    label: { en: 'Revenue by month', zh: '月度收入' },
    width: 'medium',
    shown: isStaff,
  },
  {
    slug: 'channel-deployments',
    component: 'DeploymentBoard',
    label: { en: 'Deployments to do', zh: '待处理部署' },
    width: 'full',
    shown: worksOnDeployments,
  },
]

export const dashboardWidgets: Widget[] = rows.map(({ component, label, slug }) => ({
  slug,
  Component: `payload-channel/client#${component}`,
  label,
  minWidth: 'small',
}))

/** Payload's own, for readers who have nothing to do with the channel. */
const stockLayout: WidgetInstance[] = [{ widgetSlug: 'collections', width: 'full' }]

/** What concerns the reader. */
export const dashboardLayout = ({ req }: { req: PayloadRequest }): WidgetInstance[] =>
  callerOf(req)?.roles.length
    ? rows
        .filter(({ shown }) => shown(req))
        .map(({ slug, width }) => ({ widgetSlug: slug, width }) as WidgetInstance)
    : stockLayout
