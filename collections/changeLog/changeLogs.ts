import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { refuseRewrite } from '../../hooks/records/refuseRewrite'
import { instant, label, text, whole, type DefineCollection } from '../fields'

/** Append-only; each entry carries the hash of the one before it on the same document. */
export const changeLogs: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.changeLogs,
  labels: { singular: label('Change', '变更'), plural: label('Change log', '变更日志') },
  admin: {
    group: label('System', '系统'),
    useAsTitle: 'action',
    defaultColumns: ['at', 'action', 'subject', 'documentId', 'actorName', 'ip'],
    listSearchableFields: ['documentId', 'actorName', 'action'],
  },
  defaultSort: '-at',
  timestamps: false,
  access: canAll('changeLogs'),
  indexes: [
    { fields: ['subject', 'documentId', 'sequence'], unique: true },
    { fields: ['actorId', 'at'] },
  ],
  hooks: { beforeOperation: [refuseRewrite] },
  fields: [
    instant({ name: 'at', label: label('At', '时间'), required: true, index: true }),
    text({ name: 'action', label: label('Action', '操作'), required: true }),
    text({ name: 'subject', label: label('Collection', '集合'), required: true }),
    text({ name: 'documentId', label: label('Document', '文档'), required: true }),
    whole({ name: 'sequence', label: label('Sequence', '序号'), required: true, min: 1 }),
    text({ name: 'actorId', label: label('User ID', '用户编号') }),
    text({ name: 'actorName', label: label('User', '用户') }),
    text({ name: 'ip', label: label('IP address', 'IP 地址') }),
    text({ name: 'userAgent', label: label('User agent', '用户代理'), maxLength: 300 }),
    {
      name: 'changes',
      type: 'json',
      label: label('Changes', '变更内容'),
      admin: { components: { Field: 'payload-channel/client#JsonText' } },
    },
    text({ name: 'previousHash', label: label('Hash of the one before', '前一哈希') }),
    text({ name: 'hash', label: label('Hash', '哈希'), required: true }),
  ],
})
