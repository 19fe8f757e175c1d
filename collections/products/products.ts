import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { refuseLinkedDelete } from '../../hooks/records/refuseLinkedDelete'
import { alertDaysFault } from '../../src/domain/products/alertDays'
import { licensePrefixPattern } from '../../src/domain/numbers'
import { issuingChoices, overagePolicyChoices } from '../choices'
import { choice, label, text, whole, type DefineCollection } from '../fields'

export const products: DefineCollection<CollectionConfig> = ({ slugs, productTypes }) => ({
  slug: slugs.products,
  labels: { singular: label('Product', '产品'), plural: label('Products', '产品') },
  admin: {
    group: label('Catalog', '目录'),
    useAsTitle: 'name',
    defaultColumns: ['sku', 'name', 'productType', 'licensePrefix', 'active'],
    listSearchableFields: ['sku', 'name'],
  },
  access: canAll('products'),
  hooks: { beforeDelete: [refuseLinkedDelete('products')] },
  fields: [
    text({ name: 'sku', label: label('SKU', 'SKU'), required: true, unique: true, maxLength: 64 }),
    text({ name: 'name', label: label('Name', '名称'), required: true }),
    { name: 'description', type: 'textarea', label: label('Description', '描述') },
    choice({
      name: 'productType',
      label: label('Product type', '产品类型'),
      required: true,
      choices: productTypes.map((type) => [type, type, type] as const),
    }),
    text({
      name: 'licensePrefix',
      label: label('License ID prefix', '许可证编号前缀'),
      required: true,
      validate: (value: null | string | string[] | undefined) =>
        licensePrefixPattern.test(String(value ?? '')) ||
        'Three capital letters or digits, a letter first.',
    }),
    choice({
      name: 'issuing',
      label: label('Licenses issued', '许可证签发'),
      required: true,
      defaultValue: 'per_unit',
      choices: issuingChoices,
    }),
    {
      name: 'limits',
      type: 'group',
      label: label('Limits of one license', '单个许可证限额'),
      fields: [
        whole({ name: 'workspaces', label: label('Workspaces', '工作区'), defaultValue: 1 }),
        whole({ name: 'users', label: label('Users', '用户'), defaultValue: 10 }),
      ],
    },
    choice({
      name: 'overagePolicy',
      label: label('Overage', '超额使用'),
      defaultValue: 'none',
      choices: overagePolicyChoices,
    }),
    text({
      name: 'expiryAlertDays',
      label: label('Expiry alerts, days before', '到期前提醒天数'),
      validate: (value: null | string | string[] | undefined) => alertDaysFault(value) ?? true,
      admin: {
        description: label(
          'For example 120, 60, 14; empty = as for all products.',
          '例如 120, 60, 14；留空则与其他产品相同。',
        ),
      },
    }),
    {
      name: 'active',
      type: 'checkbox',
      label: label('Active', '启用'),
      defaultValue: true,
      index: true,
    },
  ],
})
