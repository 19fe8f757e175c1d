import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { instant, label, link, text, type DefineCollection } from '../fields'

/** What a user is told in the admin panel. */
export const notifications: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.notifications,
  labels: { singular: label('Notification', '通知'), plural: label('Notifications', '通知') },
  admin: {
    group: label('Channel', '渠道'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'createdAt', 'readAt'],
  },
  defaultSort: '-createdAt',
  access: canAll('notifications'),
  indexes: [{ fields: ['recipient', 'readAt', 'createdAt'] }],
  fields: guardFields('notifications', [
    text({ name: 'title', label: label('Title', '标题'), required: true }),
    link(slugs.users, { name: 'recipient', label: label('Recipient', '接收人'), required: true }),
    text({ name: 'kind', label: label('Kind', '类型'), required: true }),
    text({ name: 'link', label: label('Link', '链接') }),
    instant({ name: 'readAt', label: label('Read at', '阅读时间') }),
    text({
      name: 'key',
      label: label('Key', '键'),
      unique: true,
      required: true,
      admin: { hidden: true },
      access: { create: () => false, update: () => false, read: () => false },
    }),
  ]),
})
