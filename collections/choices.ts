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
