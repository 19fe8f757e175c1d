/** The values of select fields with their names in English and Chinese; order = order in the admin. */
export const orderStateChoices = [
  ['draft', 'Draft', '草稿'],
  ['pending_review', 'Pending review', '待审核'],
  ['pending_payment', 'Pending payment', '待付款'],
  ['in_progress', 'In progress', '进行中'],
  ['completed', 'Completed', '已完成'],
  ['rejected', 'Rejected', '已拒绝'],
  ['cancelled', 'Canceled', '已取消'],
] as const

export const licenseStateChoices = [
  ['created', 'Created', '已创建'],
  ['deployed', 'Deployed', '已部署'],
  ['in_use', 'In use', '使用中'],
  ['renewed', 'Renewed', '已续期'],
  ['expired', 'Expired', '已过期'],
  ['suspended', 'Suspended', '已暂停'],
  ['terminated', 'Terminated', '已终止'],
] as const

export const licenseTypeChoices = [
  ['subscription', 'Subscription', '订阅'],
  ['perpetual', 'Perpetual', '永久'],
  ['trial', 'Trial', '试用'],
] as const

export const paymentTermsChoices = [
  ['prepaid', 'Prepaid', '预付'],
  ['net_15', 'Invoice, 15 days', '开票后 15 天'],
  ['net_30', 'Invoice, 30 days', '开票后 30 天'],
  ['net_60', 'Invoice, 60 days', '开票后 60 天'],
] as const

export const partnerTypeChoices = [
  ['reseller', 'Reseller', '经销商'],
  ['dealer', 'Dealer', '代理商'],
  ['distributor', 'Distributor', '分销商'],
  ['salon', 'Salon', '沙龙'],
  ['stand', 'Stand', '展位'],
  ['white_label', 'White-label owner', '白标商'],
  ['affiliate', 'Affiliate', '联盟伙伴'],
] as const

export const activityChoices = [
  ['ACTIVE', 'Active', '启用'],
  ['INACTIVE', 'Inactive', '停用'],
] as const

export const roleChoices = [
  ['admin', 'Administrator', '管理员'],
  ['sales', 'Sales', '销售'],
  ['engineer', 'Engineer', '工程师'],
  ['partner', 'Partner', '合作伙伴'],
  ['customer', 'Customer', '客户'],
] as const

export const issuingChoices = [
  ['per_unit', 'One license for each unit', '每件一个许可证'],
  ['seat_count', 'One license with a seat count', '一个许可证含席位数'],
] as const

export const purchaseTypeChoices = [
  ['new', 'New', '新购'],
  ['renewal', 'Renewal', '续期'],
  ['expansion', 'Expansion', '扩容'],
  ['upgrade', 'Upgrade', '升级'],
] as const

export const renewalBasisChoices = [
  ['from_expiry', 'From the expiry', '自到期日起'],
  ['from_now', 'From now', '自现在起'],
  [
    'from_now_if_expired',
    'From the expiry, or from now if expired',
    '自到期日起，已过期则自现在起',
  ],
] as const

export const deploymentStateChoices = [
  ['scheduled', 'Scheduled', '已排期'],
  ['in_progress', 'In progress', '进行中'],
  ['completed', 'Completed', '已完成'],
  ['failed', 'Failed', '失败'],
  ['cancelled', 'Canceled', '已取消'],
] as const

export const environmentChoices = [
  ['production', 'Production', '生产'],
  ['staging', 'Staging', '预发布'],
  ['test', 'Test', '测试'],
] as const

export const alertKindChoices = [
  ['expiring', 'Expiring', '即将到期'],
  ['expired', 'Expired', '已过期'],
  ['over_workspaces', 'Over the workspace limit', '超出工作区限额'],
  ['over_users', 'Over the user limit', '超出用户限额'],
  ['inactive', 'Inactive', '未使用'],
  ['irregular_usage', 'Irregular usage', '用量异常'],
] as const

export const alertStateChoices = [
  ['open', 'Open', '未处理'],
  ['acknowledged', 'Acknowledged', '已确认'],
  ['snoozed', 'Snoozed', '已暂缓'],
  ['resolved', 'Resolved', '已解决'],
] as const

export const severityChoices = [
  ['info', 'Info', '提示'],
  ['warning', 'Warning', '警告'],
  ['critical', 'Critical', '严重'],
] as const

export const jobStateChoices = [
  ['queued', 'Queued', '排队中'],
  ['running', 'Running', '运行中'],
  ['done', 'Done', '已完成'],
  ['parked', 'Given up', '已放弃'],
] as const

export const overagePolicyChoices = [
  ['none', 'No overage', '不允许超额'],
  ['x1_25', 'Up to 1.25 times', '至多 1.25 倍'],
  ['x1_5', 'Up to 1.5 times', '至多 1.5 倍'],
  ['x2', 'Up to 2 times', '至多 2 倍'],
  ['always', 'Any overage', '不限'],
] as const

export const digestChoices = [
  ['daily', 'Every day', '每天'],
  ['weekly', 'Every week', '每周'],
  ['never', 'Never', '从不'],
] as const
