import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { refuseLinkedDelete } from '../../hooks/records/refuseLinkedDelete'
import { setCustomerKey } from '../../hooks/customers/setCustomerKey'
import { choice, joined, label, link, text, type DefineCollection } from '../fields'

export const customers: DefineCollection<CollectionConfig> = ({ regions, slugs }) => ({
  slug: slugs.customers,
  labels: { singular: label('Customer', '客户'), plural: label('Customers', '客户') },
  admin: {
    group: label('Channel', '渠道'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'partner', 'country', 'createdAt'],
    listSearchableFields: ['name', 'email'],
  },
  access: canAll('customers'),
  hooks: { beforeChange: [setCustomerKey], beforeDelete: [refuseLinkedDelete('customers')] },
  fields: guardFields('customers', [
    text({ name: 'name', label: label('Name', '名称'), required: true, index: true }),
    link(slugs.partners, { name: 'partner', label: label('Partner', '合作伙伴') }),
    { name: 'email', type: 'email', label: label('E-mail', '电子邮件') },
    text({ name: 'phone', label: label('Phone', '电话'), maxLength: 40 }),
    text({ name: 'country', label: label('Country', '国家'), maxLength: 60 }),
    choice({
      name: 'region',
      label: label('Region', '地区'),
      choices: regions.map((region) => [region, region, region] as const),
    }),
    link(slugs.salesReps, { name: 'salesRep', label: label('Sales rep', '销售代表') }),
    { name: 'notes', type: 'textarea', label: label('Notes', '备注') },
    text({
      name: 'nameKey',
      label: label('Name within the partner', '合作伙伴内的名称'),
      unique: true,
      custom: { duplicateOf: 'name' },
      maxLength: 300,
      admin: { hidden: true },
      access: { create: () => false, update: () => false, read: () => false },
    }),
    ...joined(slugs, 'customer', ['licenses', 'purchases', 'deployments', 'alerts']),
  ]),
})
