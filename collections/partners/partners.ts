import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { refuseLinkedDelete } from '../../hooks/records/refuseLinkedDelete'
import { syncPartnerUsers } from '../../hooks/partners/syncPartnerUsers'
import { activityChoices, partnerTypeChoices, paymentTermsChoices } from '../choices'
import { choice, joined, label, link, text, whole, type DefineCollection } from '../fields'

export const partners: DefineCollection<CollectionConfig> = ({ slugs, currencies, regions }) => ({
  slug: slugs.partners,
  labels: { singular: label('Partner', '合作伙伴'), plural: label('Partners', '合作伙伴') },
  admin: {
    group: label('Channel', '渠道'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'type', 'tier', 'region', 'currency', 'status'],
    listSearchableFields: ['name', 'contactName', 'email'],
  },
  access: canAll('partners'),
  hooks: { afterChange: [syncPartnerUsers], beforeDelete: [refuseLinkedDelete('partners')] },
  fields: guardFields('partners', [
    text({ name: 'name', label: label('Name', '名称'), required: true, unique: true }),
    choice({
      name: 'type',
      label: label('Type', '类型'),
      required: true,
      defaultValue: 'reseller',
      choices: partnerTypeChoices,
    }),
    choice({
      name: 'status',
      label: label('Status', '状态'),
      required: true,
      defaultValue: 'ACTIVE',
      index: true,
      choices: activityChoices,
    }),
    text({ name: 'contactName', label: label('Contact person', '联系人') }),
    { name: 'email', type: 'email', label: label('E-mail', '电子邮件'), required: true },
    text({ name: 'phone', label: label('Phone', '电话'), maxLength: 40 }),
    {
      name: 'address',
      type: 'group',
      label: label('Address', '地址'),
      fields: [
        text({ name: 'street', label: label('Street', '街道') }),
        text({ name: 'postalCode', label: label('Postal code', '邮政编码'), maxLength: 20 }),
        text({ name: 'city', label: label('City', '城市') }),
        text({ name: 'country', label: label('Country', '国家'), maxLength: 60 }),
      ],
    },
    link(slugs.tiers, { name: 'tier', label: label('Tier', '等级') }),
    choice({
      name: 'region',
      label: label('Region', '地区'),
      choices: regions.map((region) => [region, region, region] as const),
    }),
    choice({
      name: 'currency',
      label: label('Currency', '货币'),
      required: true,
      defaultValue: currencies[0],
      choices: currencies.map((code) => [code, code, code] as const),
    }),
    choice({
      name: 'paymentTerms',
      label: label('Payment terms', '付款条件'),
      required: true,
      defaultValue: 'prepaid',
      choices: paymentTermsChoices,
    }),
    whole({
      name: 'taxRateBps',
      label: label('Tax rate, basis points', '税率（基点）'),
      max: 10_000,
      admin: {
        description: label(
          'Only if it differs from the price list; 0 = exempt.',
          '仅在与价目表不同时填写；0 = 免税。',
        ),
      },
    }),
    link(slugs.salesReps, { name: 'salesRep', label: label('Sales rep', '销售代表') }),
    { name: 'internalNotes', type: 'textarea', label: label('Internal notes', '内部备注') },
    ...joined(slugs, 'partner', ['licenses', 'customers', 'purchases', 'orders']),
  ]),
})
