/** What the home page says about licenses, and what charts and loading parts say everywhere. */
export const dashboardTexts = {
  loading: { en: 'Loading…', zh: '正在加载…' },
  figuresAsTable: { en: 'The figures as a table', zh: '以表格查看数据' },
  active: { en: 'Active', zh: '有效' },
  inactive: { en: 'Inactive', zh: '无效' },
  expiringWithin: { en: 'Expire within {days} days', zh: '{days} 天内到期' },
  overLimitAlerts: { en: 'Alerts: over a limit', zh: '超限告警' },
  licensesByState: { en: 'Licenses by state', zh: '按状态统计许可证' },
  licensesByType: { en: 'Licenses by product type', zh: '按产品类型统计许可证' },
  noLicensesYet: {
    en: 'No licenses yet. They appear here once they are issued.',
    zh: '暂无许可证。签发后将显示在此处。',
  },
  expiringSoon: { en: 'Expiring within 90 days', zh: '90 天内到期' },
  nothingExpires: {
    en: 'Nothing expires within 90 days.',
    zh: '90 天内没有到期的许可证。',
  },
  usageAcross: { en: 'Usage of the last 90 days', zh: '最近 90 天用量' },
  closestToLimit: { en: 'Closest to their limits', zh: '最接近限额' },
  noUsageYet: {
    en: 'No usage reported yet. Deployed systems report it with the license’s usage key.',
    zh: '尚无用量上报。已部署的系统使用许可证的用量密钥上报。',
  },
  openAlerts: { en: 'Open alerts', zh: '未处理告警' },
  allOpenAlerts: { en: 'All open alerts ({count})', zh: '全部未处理告警（{count}）' },
  noAlerts: {
    en: 'No open alerts. Expiries, overuse and silence are reported here.',
    zh: '没有未处理的告警。到期、超额和长期未上报会显示在此处。',
  },
  revenueByMonth: { en: 'Revenue by month', zh: '月度收入' },
  revenueIn: { en: 'Revenue, {currency}', zh: '收入（{currency}）' },
  noRevenue: {
    en: 'No purchases in this period. They are recorded on the page of a license.',
    zh: '该期间没有采购。可在许可证页面登记。',
  },
  ordersByState: { en: 'Orders by state', zh: '按状态统计订单' },
  currency: { en: 'Currency', zh: '货币' },
} as const
