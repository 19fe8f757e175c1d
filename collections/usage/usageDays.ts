import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { label, link, text, whole, type DefineCollection } from '../fields'

/** A license's usage of one UTC day, rolled up as reports come in: what charts and alerts read. */
export const usageDays: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.usageDays,
  labels: {
    singular: label('Day of usage', '每日用量'),
    plural: label('Days of usage', '每日用量'),
  },
  admin: {
    group: label('Licenses', '许可证'),
    useAsTitle: 'dayKey',
    defaultColumns: ['license', 'day', 'workspaces', 'users', 'reports'],
  },
  defaultSort: '-day',
  access: canAll('usageDays'),
  indexes: [{ fields: ['license', 'day'] }],
  fields: guardFields('usageDays', [
    link(slugs.licenses, {
      name: 'license',
      label: label('License', '许可证'),
      required: true,
      index: false,
    }),
    text({ name: 'day', label: label('Day', '日期'), required: true, maxLength: 10 }),
    whole({
      name: 'workspaces',
      label: label('Workspaces, at most', '工作区峰值'),
      required: true,
    }),
    whole({ name: 'users', label: label('Users, at most', '用户峰值'), required: true }),
    whole({
      name: 'reports',
      label: label('Reports', '上报次数'),
      required: true,
      defaultValue: 0,
    }),
    link(slugs.customers, { name: 'customer', label: label('Customer', '客户') }),
    link(slugs.partners, { name: 'partner', label: label('Reseller', '经销商') }),
    text({
      name: 'dayKey',
      label: label('Key', '键'),
      unique: true,
      required: true,
      admin: { hidden: true },
    }),
  ]),
})
