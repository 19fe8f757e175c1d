import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { instant, label, link, text, whole, type DefineCollection } from '../fields'

/** What deployed systems reported, as it came. */
export const usageReports: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.usageReports,
  labels: {
    singular: label('Usage report', '用量上报'),
    plural: label('Usage reports', '用量上报'),
  },
  admin: {
    group: label('Licenses', '许可证'),
    useAsTitle: 'reportKey',
    defaultColumns: ['license', 'reportedAt', 'workspaces', 'users'],
  },
  defaultSort: '-reportedAt',
  access: canAll('usageReports'),
  indexes: [{ fields: ['license', 'reportedAt'] }],
  fields: guardFields('usageReports', [
    link(slugs.licenses, {
      name: 'license',
      label: label('License', '许可证'),
      required: true,
      index: false,
    }),
    instant({ name: 'reportedAt', label: label('Reported at', '上报时间'), required: true }),
    whole({ name: 'workspaces', label: label('Workspaces', '工作区'), required: true }),
    whole({ name: 'users', label: label('Users', '用户'), required: true }),
    link(slugs.customers, { name: 'customer', label: label('Customer', '客户') }),
    link(slugs.partners, { name: 'partner', label: label('Reseller', '经销商') }),
    text({
      name: 'reportKey',
      label: label('Key', '键'),
      unique: true,
      required: true,
      admin: { hidden: true },
    }),
  ]),
})
