import type { CollectionConfig } from 'payload'

import { label, text, whole, type DefineCollection } from '../fields'

/** How often something was tried in a window of time, on all nodes together; only the system reaches it. */
export const rateWindows: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.rateWindows,
  labels: {
    singular: label('Rate window', '限流窗口'),
    plural: label('Rate windows', '限流窗口'),
  },
  admin: { hidden: true, useAsTitle: 'key' },
  access: { create: () => false, read: () => false, update: () => false, delete: () => false },
  lockDocuments: false,
  timestamps: false,
  fields: [
    text({ name: 'key', label: label('Key', '键'), required: true, unique: true }),
    whole({ name: 'hits', label: label('Hits', '次数'), required: true, defaultValue: 0 }),
    whole({
      name: 'resetsAt',
      label: label('Resets at (ms)', '重置时间（毫秒）'),
      required: true,
      index: true,
    }),
  ],
})
