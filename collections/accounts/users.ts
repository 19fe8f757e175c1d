import type { Field } from 'payload'

import { guardFields } from '../../access/guardFields'
import { requirePresentPassword } from '../../hooks/accounts/requirePresentPassword'
import type { Role } from '../../src/domain/grants'
import type { FieldNames, UserField } from '../../src/domain/accounts/userFields'
import { digestChoices, roleChoices } from '../choices'
import { choice, label, link, text, type DefineCollection } from '../fields'

/** A link that only means something to one role is shown with that role alone. */
const forRole = (role: Role, { roles }: FieldNames) => ({
  condition: (data: Record<string, unknown>) =>
    (data[roles] as null | string[] | undefined)?.includes(role) ?? false,
})

/** What the plugin adds to the users collection, the host's or its own. */
export const userFields: DefineCollection<Field[]> = ({ slugs, roles, fieldNames }) =>
  guardFields('users', [
    text({ name: 'name', label: label('Name', '姓名') }),
    choice({
      name: 'roles',
      label: label('Roles', '角色'),
      hasMany: true,
      saveToJWT: true,
      choices: [...roleChoices, ...Object.keys(roles).map((role) => [role, role, role] as const)],
    }),
    link(slugs.partners, {
      name: 'partner',
      label: label('Partner', '合作伙伴'),
      admin: forRole('partner', fieldNames),
    }),
    link(slugs.customers, {
      name: 'customer',
      label: label('Customer', '客户'),
      admin: forRole('customer', fieldNames),
    }),
    link(slugs.engineers, {
      name: 'engineer',
      label: label('Engineer', '工程师'),
      admin: forRole('engineer', fieldNames),
    }),
    link(slugs.salesReps, {
      name: 'salesRep',
      label: label('Sales rep', '销售代表'),
      admin: forRole('sales', fieldNames),
    }),
    choice({
      name: 'language',
      label: label('Language of mails', '邮件语言'),
      defaultValue: 'en',
      choices: [
        ['en', 'English', 'English'],
        ['zh', '简体中文', '简体中文'],
      ],
    }),
    {
      name: 'notify',
      type: 'group',
      label: label('Notifications', '通知'),
      fields: [
        {
          name: 'mail',
          type: 'checkbox',
          label: label('By e-mail too', '同时发送电子邮件'),
          defaultValue: true,
        },
        choice({
          name: 'digest',
          label: label('Digest of license alerts', '许可证告警摘要'),
          defaultValue: 'weekly',
          choices: digestChoices,
        }),
      ],
    },
    {
      name: 'partnerActive',
      type: 'checkbox',
      defaultValue: true,
      label: label('Partner is active', '合作伙伴已启用'),
      admin: { hidden: true },
    },
  ])
    .map((field) => ({ ...field, name: fieldNames[(field as { name: UserField }).name] }) as Field)
    .concat(currentPassword)

/** Sent with a new password or e-mail address, and stored nowhere. */
const currentPassword: Field = {
  name: 'currentPassword',
  type: 'text',
  virtual: true,
  label: label('Present password', '当前密码'),
  admin: {
    components: { Field: 'payload-channel/client#CurrentPasswordField' },
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
  },
  hooks: { beforeValidate: [requirePresentPassword] },
}

/** Payload's own field, where users log in with a name: theirs to use, not to change. */
export const usernameField: DefineCollection<Field[]> = () =>
  guardFields('users', [{ name: 'username', type: 'text' }])
