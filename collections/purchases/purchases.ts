import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { applyPurchase } from '../../hooks/purchases/applyPurchase'
import { refuseRewrite } from '../../hooks/records/refuseRewrite'
import { setPurchaseDefaults } from '../../hooks/purchases/setPurchaseDefaults'
import { purchaseTypeChoices, renewalBasisChoices } from '../choices'
import {
  buttons,
  choice,
  instant,
  label,
  link,
  money,
  text,
  whole,
  type DefineCollection,
} from '../fields'

/** A change of a limit, which may be a reduction. */
const delta = (name: string, en: string, zh: string) =>
  whole({ name, label: label(en, zh), min: Number.MIN_SAFE_INTEGER, defaultValue: 0 })

/** What makes a write happen once; nobody's business. */
const key = (field: { name: string; unique?: boolean }) =>
  text({
    label: label('Key', '键'),
    admin: { hidden: true },
    access: { create: () => false, update: () => false, read: () => false },
    ...field,
  })

/** What was bought for a license: a ledger, from which its limits and dates can be computed anew. */
export const purchases: DefineCollection<CollectionConfig> = ({ currencies, slugs }) => ({
  slug: slugs.purchases,
  labels: { singular: label('Purchase', '采购'), plural: label('Purchases', '采购') },
  admin: {
    group: label('Licenses', '许可证'),
    useAsTitle: 'type',
    defaultColumns: ['license', 'type', 'purchasedAt', 'amount', 'customer', 'salesRep'],
    listSearchableFields: ['note'],
  },
  defaultSort: '-purchasedAt',
  access: canAll('purchases'),
  disableDuplicate: true,
  hooks: {
    beforeOperation: [refuseRewrite],
    beforeValidate: [setPurchaseDefaults],
    afterChange: [applyPurchase],
  },
  indexes: [
    { fields: ['license', 'sequence'] },
    { fields: ['customer', 'purchasedAt'] },
    { fields: ['partner', 'purchasedAt'] },
    { fields: ['salesRep', 'purchasedAt'] },
    { fields: ['type', 'purchasedAt'] },
  ],
  fields: guardFields('purchases', [
    buttons('PurchaseActions'),
    link(slugs.licenses, { name: 'license', label: label('License', '许可证'), required: true }),
    whole({ name: 'sequence', label: label('Number on the license', '许可证内序号') }),
    choice({
      name: 'type',
      label: label('Type', '类型'),
      required: true,
      choices: purchaseTypeChoices,
    }),
    choice({
      name: 'basis',
      label: label('Renewal counts', '续期起算'),
      choices: renewalBasisChoices,
    }),
    whole({ name: 'durationYears', label: label('Years', '年数') }),
    whole({ name: 'quantity', label: label('Quantity', '数量') }),
    delta('workspacesAdded', 'Workspaces added', '增加的工作区'),
    delta('usersAdded', 'Users added', '增加的用户'),
    link(slugs.products, { name: 'product', label: label('Product', '产品'), index: false }),
    whole({ name: 'productWorkspaces', label: label('Workspaces of the product', '产品工作区') }),
    whole({ name: 'productUsers', label: label('Users of the product', '产品用户') }),
    whole({ name: 'workspacesAfter', label: label('Workspaces after it', '之后的工作区') }),
    whole({ name: 'usersAfter', label: label('Users after it', '之后的用户') }),
    instant({ name: 'expiresBefore', label: label('Expired before it', '之前到期时间') }),
    instant({ name: 'expiresAfter', label: label('Expires after it', '之后到期时间') }),
    money({
      name: 'amount',
      label: label('Amount', '金额'),
      required: true,
      min: Number.MIN_SAFE_INTEGER,
      defaultValue: 0,
    }),
    choice({
      name: 'currency',
      label: label('Currency', '货币'),
      required: true,
      choices: currencies.map((code) => [code, code, code] as const),
    }),
    instant({ name: 'purchasedAt', label: label('Purchased at', '采购时间') }),
    { name: 'note', type: 'textarea', label: label('Note', '备注'), maxLength: 2000 },
    link(slugs.customers, { name: 'customer', label: label('Customer', '客户') }),
    link(slugs.partners, { name: 'partner', label: label('Reseller', '经销商') }),
    link(slugs.salesReps, { name: 'salesRep', label: label('Sales rep', '销售代表') }),
    link(slugs.orders, { name: 'order', label: label('Order', '订单'), index: false }),
    link(slugs.purchases, { name: 'reverses', label: label('Undoes', '冲销'), index: false }),
    link(slugs.users, { name: 'recordedBy', label: label('Recorded by', '记录人'), index: false }),
    ...['purchaseKey', 'reversalKey', 'requestKey'].map((name) => key({ name, unique: true })),
    key({ name: 'requestHash' }),
  ]),
})
