import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { refuseLinkedDelete } from '../../hooks/records/refuseLinkedDelete'
import type { ChannelOptions } from '../../src/options'
import { choice, joined, label, text, type JoinedKey } from '../fields'

/** What a collection of our own people has: contact, region, whether they still work here. */
export const teamMember = (
  key: 'engineers' | 'salesReps',
  { regions, slugs }: ChannelOptions,
  labels: CollectionConfig['labels'],
  lists: { on: string; of: JoinedKey[] },
): CollectionConfig => ({
  slug: slugs[key],
  labels,
  admin: {
    group: label('Team', '团队'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'region', 'active'],
  },
  access: canAll(key),
  hooks: { beforeDelete: [refuseLinkedDelete(key)] },
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
    ...joined(slugs, lists.on, lists.of),
  ],
})
