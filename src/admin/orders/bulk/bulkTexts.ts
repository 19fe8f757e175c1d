/** The bar above the list of orders. */
export const bulkTexts = {
  bulkActions: { en: 'Actions on the selected orders', zh: '对所选订单的操作' },
  selected: { en: 'Selected: {count}', zh: '已选：{count}' },
  selectedOnAllPages: { en: 'Selected on all pages: {count}', zh: '已选全部页面：{count}' },
  bulkButton: { en: '{action} ({count})', zh: '{action}（{count}）' },
  bulkAsk: { en: '{action}…', zh: '{action}…' },
  bulkNothing: {
    en: 'No action fits the state of these orders.',
    zh: '所选订单的状态不允许任何操作。',
  },
  bulkTooMany: {
    en: 'No more than {most} at once: narrow the list down.',
    zh: '一次最多处理 {most} 个订单，请缩小列表范围。',
  },
  bulkTitle: { en: '{action} ({count})?', zh: '{action}（{count}）？' },
  bulkLeftOut: {
    en: 'Left out, as their state does not allow it: {count}',
    zh: '因状态不允许而未包含：{count}',
  },
  bulkApproveHint: {
    en: 'Each order is approved as it is listed here. One that was changed meanwhile is not.',
    zh: '各订单按此处所列内容批准；期间已被修改的订单不会被批准。',
  },
  bulkOrders: { en: 'Orders', zh: '订单' },
  bulkTotal: { en: 'Total, {currency}', zh: '合计（{currency}）' },
  bulkProgress: { en: '{done} of {count}', zh: '{done} / {count}' },
  bulkDone: { en: '{action}: {done} of {count} done', zh: '{action}：已完成 {done} / {count}' },
  bulkFailed: { en: 'Not done:', zh: '未完成：' },
  bulkFigures: {
    en: 'Now: {total}, licenses: {licenses}',
    zh: '现为：{total}，许可证 {licenses} 个',
  },
  bulkDoneOrders: { en: 'Done', zh: '已完成' },
} as const satisfies Record<string, { en: string; zh: string }>
