import type { CollectionConfig, FieldAccess } from 'payload'

import { canAll } from '../../access/can'
import { buttons, choice, instant, label, text, whole, type DefineCollection } from '../fields'

/**
 * Reset links and the like are for the recipient only. Whoever asks for mails by their text has no
 * mail yet: it would tell what is in the confidential ones.
 */
const unlessConfidential: FieldAccess = ({ doc }) => doc?.confidential === false

/** The queue of outgoing mails: kept until a mail server has taken them. */
export const mails: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.mails,
  labels: { singular: label('Mail', '邮件'), plural: label('Mails', '邮件') },
  admin: {
    group: label('System', '系统'),
    useAsTitle: 'mailSubject',
    defaultColumns: ['mailSubject', 'to', 'status', 'attempts', 'createdAt', 'sentAt', 'actions'],
  },
  defaultSort: '-createdAt',
  access: canAll('mails'),
  // Whether a text may be shown is known with every selection of fields.
  forceSelect: { confidential: true },
  indexes: [{ fields: ['status', 'dueAt'] }],
  fields: [
    buttons('MailRetry'),
    text({ name: 'to', label: label('To', '收件人'), required: true, maxLength: 2000 }),
    text({ name: 'mailSubject', label: label('Subject', '主题'), required: true }),
    {
      name: 'text',
      type: 'textarea',
      label: label('Text', '文本'),
      access: { read: unlessConfidential },
    },
    {
      name: 'html',
      type: 'textarea',
      label: label('HTML', 'HTML'),
      access: { read: unlessConfidential },
    },
    {
      name: 'options',
      type: 'json',
      label: label('Further options', '其他选项'),
      admin: { hidden: true },
      access: { read: () => false },
    },
    {
      name: 'confidential',
      type: 'checkbox',
      label: label('Confidential', '机密'),
      defaultValue: false,
      admin: {
        description: label(
          'The text is hidden, and removed once the mail is sent.',
          '正文不可见，发送后即删除。',
        ),
      },
    },
    choice({
      name: 'status',
      label: label('Status', '状态'),
      required: true,
      defaultValue: 'queued',
      choices: [
        ['queued', 'Queued', '排队中'],
        ['sent', 'Sent', '已发送'],
        ['parked', 'Given up', '已放弃'],
      ],
    }),
    whole({
      name: 'attempts',
      label: label('Attempts', '尝试次数'),
      required: true,
      defaultValue: 0,
    }),
    instant({ name: 'dueAt', label: label('Due at', '应发送时间'), required: true }),
    instant({ name: 'sentAt', label: label('Sent at', '发送时间') }),
    { name: 'lastError', type: 'textarea', label: label('Last error', '最近错误') },
    text({ name: 'key', label: label('Key', '键'), unique: true, required: true }),
  ],
})
