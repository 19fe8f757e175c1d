import type { CollectionConfig } from 'payload'

import { canAll } from '../access/can'
import { choice, label, text, type DefineCollection } from './fields'

export const salesReps: DefineCollection<CollectionConfig> = ({ slugs, regions }) => ({
  slug: slugs.salesReps,
  labels: { singular: label('Sales rep', '销售代表'), plural: label('Sales reps', '销售代表') },
  admin: {
    group: label('Team', '团队'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'region', 'active'],
  },
  access: canAll('salesReps'),
  fields: [
    text({ name: 'name', label: label('Name', '姓名'), required: true }),
    {
      name: 'email',
      type: 'email',
      label: label('E-mail', '电子邮件'),
      required: true,
      unique: true,
    },
    choice({
      name: 'region',
      label: label('Region', '地区'),
      choices: regions.map((region) => [region, region, region] as const),
    }),
    { name: 'active', type: 'checkbox', label: label('Active', '启用'), defaultValue: true },
  ],
})
