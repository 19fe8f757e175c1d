import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { instant, label, text, whole, type DefineCollection } from '../fields'

/** What happened, kept in the transaction of its cause and dispatched after it. */
export const events: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.events,
  labels: { singular: label('Event', '事件'), plural: label('Events', '事件') },
  admin: {
    group: label('System', '系统'),
    useAsTitle: 'type',
    defaultColumns: ['type', 'subject', 'documentId', 'createdAt', 'dispatchedAt', 'attempts'],
  },
  defaultSort: '-createdAt',
  access: canAll('events'),
  indexes: [{ fields: ['dispatchedAt', 'dueAt'] }],
  fields: [
    text({ name: 'type', label: label('Type', '类型'), required: true }),
    text({ name: 'subject', label: label('Collection', '集合'), required: true }),
    text({ name: 'documentId', label: label('Document', '文档'), required: true, index: true }),
    {
      name: 'data',
      type: 'json',
      label: label('Data', '数据'),
      admin: { components: { Field: 'payload-channel/client#JsonText' } },
    },
    instant({ name: 'dispatchedAt', label: label('Dispatched at', '分发时间') }),
    instant({ name: 'dueAt', label: label('Due at', '应处理时间'), required: true }),
    whole({
      name: 'attempts',
      label: label('Attempts', '尝试次数'),
      required: true,
      defaultValue: 0,
    }),
    { name: 'lastError', type: 'textarea', label: label('Last error', '最近错误') },
  ],
})
