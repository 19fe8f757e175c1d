import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { refuseLinkedDelete } from '../../hooks/records/refuseLinkedDelete'
import { label, text, whole, type DefineCollection } from '../fields'

export const tiers: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.tiers,
  labels: { singular: label('Tier', '等级'), plural: label('Tiers', '等级') },
  admin: {
    group: label('Channel', '渠道'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'level', 'active'],
  },
  access: canAll('tiers'),
  hooks: { beforeDelete: [refuseLinkedDelete('tiers')] },
  fields: [
    text({ name: 'name', label: label('Name', '名称'), required: true, unique: true }),
    whole({ name: 'level', label: label('Level', '级别'), required: true, max: 100 }),
    { name: 'benefits', type: 'textarea', label: label('Benefits', '权益') },
    { name: 'active', type: 'checkbox', label: label('Active', '启用'), defaultValue: true },
  ],
})
