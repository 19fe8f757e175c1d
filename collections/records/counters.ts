import type { CollectionConfig } from 'payload'

import { label, text, whole, type DefineCollection } from '../fields'

/** The last number given out in each series; only the system reaches it. */
export const counters: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.counters,
  labels: { singular: label('Counter', '计数器'), plural: label('Counters', '计数器') },
  admin: { hidden: true, useAsTitle: 'series' },
  access: { create: () => false, read: () => false, update: () => false, delete: () => false },
  timestamps: false,
  fields: [
    text({ name: 'series', label: label('Series', '序列'), required: true, unique: true }),
    whole({
      name: 'value',
      label: label('Last number', '最后编号'),
      required: true,
      defaultValue: 0,
    }),
  ],
})
