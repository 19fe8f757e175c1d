import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { validateBreaks } from '../../hooks/pricing/validateBreaks'
import { licenseTypeChoices } from '../choices'
import { choice, label, link, money, whole, type DefineCollection } from '../fields'

export const priceListItems: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.priceListItems,
  labels: { singular: label('Price', '价格'), plural: label('Prices', '价格') },
  admin: {
    group: label('Catalog', '目录'),
    defaultColumns: ['priceList', 'product', 'licenseType', 'unitPrice', 'discountBps'],
  },
  access: canAll('priceListItems'),
  indexes: [{ fields: ['priceList', 'product', 'licenseType'], unique: true }],
  fields: [
    link(slugs.priceLists, {
      name: 'priceList',
      label: label('Price list', '价目表'),
      required: true,
      // What is there already is the product, in the list that one is in.
      custom: { duplicateOf: 'product' },
    }),
    link(slugs.products, { name: 'product', label: label('Product', '产品'), required: true }),
    choice({
      name: 'licenseType',
      label: label('License type', '许可证类型'),
      required: true,
      choices: licenseTypeChoices,
    }),
    money({
      name: 'unitPrice',
      label: label('Unit price, minor units', '单价（最小货币单位）'),
      required: true,
    }),
    whole({
      name: 'discountBps',
      label: label('Discount, basis points', '折扣（基点）'),
      max: 10_000,
      defaultValue: 0,
    }),
    whole({
      name: 'taxRateBps',
      label: label('Tax rate, basis points', '税率（基点）'),
      max: 10_000,
      admin: {
        description: label('Only if it differs from the price list.', '仅在与价目表不同时填写。'),
      },
    }),
    {
      name: 'breaks',
      type: 'json',
      label: label('Quantity breaks', '数量折扣'),
      validate: validateBreaks,
      admin: { components: { Field: 'payload-channel/client#QuantityBreaksField' } },
    },
  ],
})
