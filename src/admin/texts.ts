import { dashboardTexts } from './dashboard/dashboardTexts'
import { bulkTexts } from './orders/bulk/bulkTexts'
import { licenseTexts } from './licenses/licenseTexts'
import { operationsTexts } from './operationsCenter/operationsTexts'

/** What the pages of the plugin say, in the admin panel's two languages; `{name}` is filled in. */
export const texts = {
  ...dashboardTexts,
  ...licenseTexts,
  ...operationsTexts,
  // The order form
  newOrder: { en: 'New order', zh: '新建订单' },
  partnerDetails: { en: 'Your details', zh: '您的资料' },
  partner: { en: 'Partner', zh: '合作伙伴' },
  partnerDetailsHint: {
    en: 'Taken from your partner account. Ask your sales contact to change them.',
    zh: '取自您的合作伙伴账户。如需更改，请联系您的销售人员。',
  },
  contact: { en: 'Contact person', zh: '联系人' },
  email: { en: 'E-mail', zh: '电子邮件' },
  phone: { en: 'Phone', zh: '电话' },
  address: { en: 'Address', zh: '地址' },
  tier: { en: 'Tier', zh: '等级' },
  paymentTerms: { en: 'Payment terms', zh: '付款条件' },
  lines: { en: 'Lines', zh: '明细' },
  line: { en: 'Line {number}', zh: '第 {number} 行' },
  product: { en: 'Product', zh: '产品' },
  chooseProduct: { en: 'Choose a product', zh: '请选择产品' },
  licenseType: { en: 'License type', zh: '许可证类型' },
  chooseLicenseType: { en: 'Choose a type', zh: '请选择类型' },
  quantity: { en: 'Quantity', zh: '数量' },
  years: { en: 'Years', zh: '年限' },
  endUser: { en: 'End user', zh: '最终用户' },
  endUserEmail: { en: 'End user’s e-mail (optional)', zh: '最终用户邮箱（可选）' },
  quantityBreaks: { en: 'Quantity breaks', zh: '数量折扣' },
  noQuantityBreaks: {
    en: 'One price for every quantity. Add a break for larger ones.',
    zh: '所有数量同价。可为更大数量添加折扣。',
  },
  addQuantityBreak: { en: 'Add a break', zh: '添加折扣' },
  fromQuantity: { en: 'From quantity', zh: '起始数量' },
  unitPriceMinor: { en: 'Unit price, minor units', zh: '单价（最小货币单位）' },
  addLine: { en: 'Add line', zh: '添加明细' },
  duplicateLine: { en: 'Duplicate line {number}', zh: '复制第 {number} 行' },
  removeLine: { en: 'Remove line {number}', zh: '删除第 {number} 行' },
  duplicate: { en: 'Duplicate', zh: '复制' },
  remove: { en: 'Remove', zh: '删除' },
  noLines: {
    en: 'No lines yet. Add one to see what the order costs.',
    zh: '暂无明细。添加一行即可查看订单金额。',
  },
  unitPrice: { en: 'Unit price', zh: '单价' },
  lineTotal: { en: 'Line total', zh: '行合计' },
  subtotal: { en: 'Subtotal', zh: '小计' },
  discount: { en: 'Discount', zh: '折扣' },
  tax: { en: 'Tax', zh: '税额' },
  total: { en: 'Total', zh: '合计' },
  notes: { en: 'Notes', zh: '备注' },
  agreement: { en: 'Agreement', zh: '协议' },
  agreementVersion: { en: 'Version {version}', zh: '版本 {version}' },
  agreementAccepted: { en: 'Accepted: version {version}', zh: '已接受：版本 {version}' },
  agreementMissing: { en: 'Not accepted', zh: '未接受' },
  saveDraft: { en: 'Save draft', zh: '保存草稿' },
  submitOrder: { en: 'Submit order', zh: '提交订单' },
  saving: { en: 'Saving…', zh: '正在保存…' },
  draftSaved: { en: 'Draft saved', zh: '草稿已保存' },
  orderSubmitted: { en: 'Order {number} submitted', zh: '订单 {number} 已提交' },
  pricesLoading: { en: 'Loading your prices…', zh: '正在加载您的价格…' },
  pricesFailed: {
    en: 'Your prices could not be loaded. Reload the page to try again.',
    zh: '无法加载您的价格。请重新加载页面。',
  },
  pricesEmpty: {
    en: 'There are no prices for you yet. Ask your sales contact for a price list.',
    zh: '暂无适用于您的价格。请向您的销售人员索取价目表。',
  },
  pricesChanged: {
    en: 'Prices have changed; the total is now {total}.',
    zh: '价格已更新，合计现为 {total}。',
  },
  priceChangedTitle: { en: 'The price has changed', zh: '价格已变动' },
  priceChangedHint: {
    en: 'The order costs {total} now; it was {seen}. Submit it at this price?',
    zh: '订单现价为 {total}，此前为 {seen}。是否按此价格提交？',
  },
  editConflictTitle: { en: 'Someone else changed this order', zh: '他人已修改此订单' },
  editConflictHint: {
    en: 'Nothing was saved. Load the order as it is now, which gives up what you typed; or go back and copy it first.',
    zh: '尚未保存。可加载订单的最新内容（您输入的内容将丢失），或返回先复制您的内容。',
  },
  editConflictLoad: { en: 'Load it', zh: '加载最新内容' },
  fixFields: {
    en: 'Nothing was saved. Correct the marked fields.',
    zh: '尚未保存。请更正标记的字段。',
  },
  sentBack: { en: 'Sent back: {reason}', zh: '已退回：{reason}' },
  // An order
  state: { en: 'State', zh: '状态' },
  orderDate: { en: 'Order date', zh: '订单日期' },
  licenses: { en: 'Licenses', zh: '许可证' },
  licensesOrdered: { en: 'Licenses ordered', zh: '订购许可证数' },
  licensesShown: {
    en: 'The first {shown} of {count}. Show all',
    zh: '显示前 {shown} 个，共 {count} 个。查看全部',
  },
  licensesAll: { en: 'Show in the list', zh: '在列表中查看' },
  noLicenses: {
    en: 'None yet. Licenses are issued once the order is approved and, for prepaid partners, paid.',
    zh: '暂无。订单获批后（预付合作伙伴需先付款）将签发许可证。',
  },
  licenseId: { en: 'License ID', zh: '许可证编号' },
  customer: { en: 'Customer', zh: '客户' },
  expires: { en: 'Expires', zh: '到期' },
  never: { en: 'Never', zh: '永不' },
  sku: { en: 'SKU', zh: 'SKU' },
  reason: { en: 'Reason', zh: '原因' },
  noNotes: { en: 'No notes.', zh: '无备注。' },
  internalNotes: { en: 'Internal notes', zh: '内部备注' },
  internalNotesHint: { en: 'Only staff see these.', zh: '仅内部人员可见。' },
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'Saved', zh: '已保存' },
  allFields: { en: 'All fields', zh: '全部字段' },
  progress: { en: 'Progress', zh: '进度' },
  stepCreated: { en: 'Created', zh: '已创建' },
  stepSubmitted: { en: 'Submitted', zh: '已提交' },
  stepDecided: { en: 'Decided', zh: '已审批' },
  stepIssued: { en: 'Licenses issued', zh: '已签发许可证' },
  // The history
  history: { en: 'History', zh: '历史' },
  noHistory: { en: 'No entries yet.', zh: '暂无记录。' },
  by: { en: 'by {name}', zh: '操作人：{name}' },
  from: { en: 'from {ip}', zh: '来自 {ip}' },
  system: { en: 'the system', zh: '系统' },
  changed: { en: '{field}: {from} → {to}', zh: '{field}：{from} → {to}' },
  set: { en: '{field}: {to}', zh: '{field}：{to}' },
  nothing: { en: 'nothing', zh: '无' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  'did.create': { en: 'Created', zh: '创建' },
  'did.update': { en: 'Changed', zh: '修改' },
  'did.delete': { en: 'Deleted', zh: '删除' },
  'did.submit': { en: 'Submitted', zh: '提交' },
  'did.approve': { en: 'Approved', zh: '批准' },
  'did.reject': { en: 'Rejected', zh: '拒绝' },
  'did.return': { en: 'Sent back', zh: '退回' },
  'did.pay': { en: 'Paid', zh: '付款' },
  'did.complete': { en: 'Completed', zh: '完成' },
  'did.revise': { en: 'Taken up for revision', zh: '开始修订' },
  'did.cancel': { en: 'Canceled', zh: '取消' },
  // Actions on an order
  'do.submit': { en: 'Submit', zh: '提交' },
  'do.approve': { en: 'Approve', zh: '批准' },
  'do.reject': { en: 'Reject', zh: '拒绝' },
  'do.return': { en: 'Send back', zh: '退回' },
  'do.pay': { en: 'Mark as paid', zh: '标记为已付款' },
  'do.complete': { en: 'Complete', zh: '完成' },
  'do.revise': { en: 'Revise', zh: '修订' },
  'do.cancel': { en: 'Cancel order', zh: '取消订单' },
  'busy.approve': {
    en: 'Approving; licenses to issue: {count}…',
    zh: '正在批准，需签发许可证 {count} 个…',
  },
  'busy.pay': {
    en: 'Noting the payment; licenses to issue: {count}…',
    zh: '正在登记付款，需签发许可证 {count} 个…',
  },
  busy: { en: 'Working…', zh: '正在处理…' },
  reasonTitle: { en: '{action}: {order}', zh: '{action}：{order}' },
  reasonHint: { en: 'The partner reads this.', zh: '合作伙伴会看到此内容。' },
  reasonMissing: { en: 'Say why.', zh: '请填写原因。' },
  cancelConfirm: {
    en: 'A canceled order stays canceled.',
    zh: '订单取消后无法恢复。',
  },
  confirm: { en: 'Confirm', zh: '确认' },
  back: { en: 'Back', zh: '返回' },
  actionDone: { en: '{action}: {order}', zh: '{action}：{order}' },
  // The list
  filterByState: { en: 'Filter by state', zh: '按状态筛选' },
  all: { en: 'All', zh: '全部' },
  ...bulkTexts,
  close: { en: 'Close', zh: '关闭' },
  // Notifications
  notificationsUnread: { en: 'Notifications, unread: {count}', zh: '通知，未读：{count}' },
  noNotifications: {
    en: 'Nothing new. What happens to your orders will appear here.',
    zh: '暂无新通知。订单的动态将显示在此处。',
  },
  markRead: { en: 'Mark as read', zh: '标为已读' },
  markAllRead: { en: 'Mark all as read', zh: '全部标为已读' },
  allNotifications: { en: 'All notifications', zh: '所有通知' },
  // Home
  welcome: { en: 'Welcome, {name}', zh: '欢迎，{name}' },
  placeOrder: { en: 'Place an order', zh: '下订单' },
  drafts: { en: 'Drafts', zh: '草稿' },
  waiting: { en: 'Waiting for review', zh: '等待审核' },
  toRevise: { en: 'Rejected, to revise', zh: '被拒绝，待修订' },
  toPay: { en: 'Waiting for payment', zh: '等待付款' },
  running: { en: 'In progress', zh: '进行中' },
  reviewFirst: { en: 'Oldest orders waiting for review', zh: '等待审核时间最长的订单' },
  recentOrders: { en: 'Your latest orders', zh: '最近的订单' },
  nothingToReview: {
    en: 'No order waits for review. New ones appear here as partners submit them.',
    zh: '没有等待审核的订单。合作伙伴提交后将显示在此处。',
  },
  noOrders: {
    en: 'You have no orders yet. Place your first one: prices are shown as you type.',
    zh: '您还没有订单。立即下第一单：价格会实时显示。',
  },
  // Errors, by the code of the answer or by the field
  'error.AGREEMENT_REQUIRED': { en: 'Accept the agreement to submit.', zh: '提交前请接受协议。' },
  'error.ORDER_EMPTY': { en: 'Add at least one line.', zh: '请至少添加一行明细。' },
  'error.ORDER_LOCKED': {
    en: 'This order is no longer a draft. Reload the page.',
    zh: '此订单已不是草稿。请重新加载页面。',
  },
  'error.ORDER_STATE_CONFLICT': {
    en: 'Someone was faster: the order is in another state now.',
    zh: '订单状态已被他人更改。',
  },
  'error.ORDER_ISSUED': {
    en: 'The licenses of this order are issued. Terminate those that are not wanted, or undo their purchases.',
    zh: '此订单的许可证已签发。请终止不需要的许可证，或冲销其采购。',
  },
  'error.TOO_MANY_DRAFTS': {
    en: 'There are as many drafts as there may be. Submit or cancel some of them.',
    zh: '草稿数量已达上限，请先提交或取消部分草稿。',
  },
  'error.PARTNER_INACTIVE': { en: 'The partner is not active.', zh: '合作伙伴未启用。' },
  'error.AGREEMENT_CHANGED': {
    en: 'The agreement has a new version. Read it and accept it again.',
    zh: '协议已有新版本，请阅读后重新接受。',
  },
  'error.CURRENCY_CONFLICT': {
    en: 'The order is in another currency than its prices. Save its lines anew.',
    zh: '订单货币与价格货币不一致，请重新保存明细。',
  },
  'error.TOO_MANY_LINES': {
    en: 'The order has more lines than one order may.',
    zh: '订单明细行数超出上限。',
  },
  'error.LINK_EXPIRED': {
    en: 'The link is no longer valid. Ask for a new one.',
    zh: '链接已失效，请重新申请。',
  },
  'error.LOCKED': { en: 'Someone else is editing this.', zh: '他人正在编辑此内容。' },
  'error.PRICE_CHANGED': {
    en: 'The order costs more than it did. Look at it again.',
    zh: '订单金额已上涨，请重新确认。',
  },
  'error.REVISION_REQUIRED': {
    en: 'Reload the page, so that it is known what you have seen.',
    zh: '请重新加载页面，以确认您所看到的内容。',
  },
  'error.APPROVAL_LIMIT_EXCEEDED': {
    en: 'The total is above your approval limit.',
    zh: '合计超出您的审批额度。',
  },
  'error.PRICE_UNAVAILABLE': {
    en: 'There is no price for this product and type.',
    zh: '该产品与类型暂无价格。',
  },
  'error.UNKNOWN_PRODUCT': { en: 'This product cannot be ordered.', zh: '无法订购此产品。' },
  'error.AMOUNT_TOO_LARGE': { en: 'The amount is too large.', zh: '金额过大。' },
  'error.TOO_MANY_LICENSES': {
    en: 'That is more licenses than one order may have.',
    zh: '许可证数量超出单个订单上限。',
  },
  'error.FORBIDDEN': { en: 'You may not do this.', zh: '您无权执行此操作。' },
  'error.NOT_FOUND': { en: 'This is not there any more.', zh: '内容已不存在。' },
  'error.UNAUTHENTICATED': {
    en: 'Your session has ended. Log in again.',
    zh: '会话已结束，请重新登录。',
  },
  'error.TOO_MANY_REQUESTS': {
    en: 'Too many requests. Try again in a moment.',
    zh: '请求过多，请稍后再试。',
  },
  'error.NETWORK': {
    en: 'The server could not be reached. Try again.',
    zh: '无法连接服务器，请重试。',
  },
  'error.INTERNAL': { en: 'Something went wrong. Try again.', zh: '发生错误，请重试。' },
  'field.sku': { en: 'Choose a product.', zh: '请选择产品。' },
  'field.licenseType': { en: 'Choose a license type.', zh: '请选择许可证类型。' },
  'field.quantity': {
    en: 'Enter a whole number from 1 to {maxQuantity}.',
    zh: '请输入 1 到 {maxQuantity} 的整数。',
  },
  'field.durationYears': {
    en: 'Enter a whole number from 1 to {maxYears}.',
    zh: '请输入 1 到 {maxYears} 的整数。',
  },
  'field.endUserName': {
    en: 'Enter who will use the licenses.',
    zh: '请输入最终用户名称。',
  },
  'field.endUserEmail': { en: 'Enter a valid e-mail.', zh: '请输入有效的邮箱。' },
  'field.items': { en: 'Too many lines for one order.', zh: '订单明细行数过多。' },
  'field.notes': { en: 'The notes are too long.', zh: '备注过长。' },
  'field.reason': { en: 'Say why, in up to 2,000 characters.', zh: '请填写原因，最多 2000 字。' },
} as const satisfies Record<string, { en: string; zh: string }>

export type TextKey = keyof typeof texts
export type TextValues = Record<string, number | string>

/** `textIn('en')('line', { number: 2 })` → “Line 2”; English where the language is another. */
export const textIn =
  (language: string) =>
  (key: TextKey, values: TextValues = {}): string =>
    texts[key][languageOf(language)].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    )

export const languageOf = (language: string): 'en' | 'zh' =>
  language.startsWith('zh') ? 'zh' : 'en'

/** The text under a key that is put together, e.g. `error.` and a code; `undefined` if there is none. */
export const keyOf = (prefix: string, name: string): TextKey | undefined => {
  const key = `${prefix}.${name}`
  return key in texts ? (key as TextKey) : undefined
}
