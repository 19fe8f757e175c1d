import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { priceOrderItem } from '../../hooks/orders/priceOrderItem'
import { refreshOrder, refreshOrderOfDeleted } from '../../hooks/orders/refreshOrder'
import { refuseLockedItem } from '../../hooks/orders/refuseLockedItem'
import { issuingChoices, licenseTypeChoices, overagePolicyChoices } from '../choices'
import { choice, label, link, money, text, whole, type DefineCollection } from '../fields'

export const orderItems: DefineCollection<CollectionConfig> = ({
  currencies,
  productTypes,
  slugs,
}) => ({
  slug: slugs.orderItems,
  labels: { singular: label('Order line', '订单明细'), plural: label('Order lines', '订单明细') },
  admin: {
    // Lines are met in their order; a place of their own in the menu would lead nowhere.
    group: false,
    useAsTitle: 'productName',
    defaultColumns: ['order', 'sku', 'licenseType', 'quantity', 'unitPrice', 'total'],
  },
  access: canAll('orderItems'),
  indexes: [{ fields: ['order', 'position'] }],
  hooks: {
    beforeChange: [priceOrderItem],
    afterChange: [refreshOrder],
    beforeDelete: [refuseLockedItem],
    afterDelete: [refreshOrderOfDeleted],
  },
  fields: guardFields('orderItems', [
    link(slugs.orders, { name: 'order', label: label('Order', '订单'), required: true }),
    whole({ name: 'position', label: label('Position', '序号'), required: true, defaultValue: 0 }),
    link(slugs.partners, { name: 'partner', label: label('Partner', '合作伙伴') }),
    link(slugs.customers, { name: 'customer', label: label('Customer', '客户') }),
    link(slugs.products, { name: 'product', label: label('Product', '产品'), required: true }),
    text({ name: 'sku', label: label('SKU', 'SKU') }),
    text({ name: 'productName', label: label('Product name', '产品名称') }),
    choice({
      name: 'productType',
      label: label('Product type', '产品类型'),
      choices: productTypes.map((type) => [type, type, type] as const),
    }),
    text({ name: 'licensePrefix', label: label('License ID prefix', '许可证编号前缀') }),
    choice({
      name: 'issuing',
      label: label('Licenses issued', '许可证签发'),
      choices: issuingChoices,
    }),
    {
      name: 'limits',
      type: 'group',
      label: label('Limits of one license', '单个许可证限额'),
      fields: [
        whole({ name: 'workspaces', label: label('Workspaces', '工作区') }),
        whole({ name: 'users', label: label('Users', '用户') }),
      ],
    },
    choice({
      name: 'overagePolicy',
      label: label('Overage', '超额使用'),
      choices: overagePolicyChoices,
    }),
    choice({
      name: 'licenseType',
      label: label('License type', '许可证类型'),
      required: true,
      choices: licenseTypeChoices,
    }),
    whole({
      name: 'quantity',
      label: label('Quantity', '数量'),
      required: true,
      min: 1,
      max: 100_000,
    }),
    whole({
      name: 'durationYears',
      label: label('Duration, years', '年限'),
      required: true,
      min: 1,
      max: 10,
      defaultValue: 1,
    }),
    text({ name: 'endUserName', label: label('End user', '最终用户'), required: true }),
    { name: 'endUserEmail', type: 'email', label: label('End user’s e-mail', '最终用户邮箱') },
    choice({
      name: 'currency',
      label: label('Currency', '货币'),
      choices: currencies.map((code) => [code, code, code] as const),
    }),
    money({ name: 'unitPrice', label: label('Unit price', '单价') }),
    money({ name: 'listPrice', label: label('List price', '目录价') }),
    money({ name: 'subtotal', label: label('Subtotal', '小计') }),
    money({ name: 'discount', label: label('Discount', '折扣') }),
    whole({ name: 'taxRateBps', label: label('Tax rate, basis points', '税率（基点）') }),
    money({ name: 'tax', label: label('Tax', '税额') }),
    money({ name: 'total', label: label('Total', '合计') }),
    link(slugs.priceListItems, {
      name: 'priceListItem',
      label: label('Price that was used', '所用价格'),
      index: false,
    }),
    link(slugs.tiers, { name: 'tier', label: label('Tier at the time', '当时等级'), index: false }),
  ]),
})
