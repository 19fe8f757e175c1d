import type { CollectionConfig, PayloadRequest } from 'payload'

import { accessOf, canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { claimRevision } from '../../hooks/records/claimRevision'
import { enforceLicenseTransition } from '../../hooks/licenses/enforceLicenseTransition'
import { propagateOwners } from '../../hooks/licenses/propagateOwners'
import { recordOrigin } from '../../hooks/licenses/recordOrigin'
import { refuseLicenseDelete } from '../../hooks/licenses/refuseLicenseDelete'
import { refuseTermChange } from '../../hooks/licenses/refuseTermChange'
import { setLicenseDefaults } from '../../hooks/licenses/setLicenseDefaults'
import { grants, type RoleGrants } from '../../src/domain/grants'
import { rolesIn } from '../../src/domain/accounts/userFields'
import type { ChannelOptions } from '../../src/options'
import type { SlugKey } from '../../src/slugs'
import { licenseStateChoices, licenseTypeChoices } from '../choices'
import {
  choice,
  instant,
  label,
  link,
  revisionField,
  stateChips,
  text,
  whole,
  type DefineCollection,
} from '../fields'

/** A link is of no use to a reader who may not follow it: it would show an ID and an error. */
const readersOf = (
  key: SlugKey,
  { fieldNames, roles }: Pick<ChannelOptions, 'fieldNames' | 'roles'>,
) => {
  const all: Record<string, RoleGrants> = { ...grants, ...roles }
  return {
    condition: (_data: unknown, _siblings: unknown, { user }: Pick<PayloadRequest, 'user'>) =>
      rolesIn(fieldNames, user).some((role) => all[role]?.[key]?.read),
  }
}

export const licenses: DefineCollection<CollectionConfig> = ({
  fieldNames,
  productTypes,
  roles,
  slugs,
}) => ({
  slug: slugs.licenses,
  labels: { singular: label('License', '许可证'), plural: label('Licenses', '许可证') },
  admin: {
    group: label('Licenses', '许可证'),
    useAsTitle: 'licenseId',
    defaultColumns: ['licenseId', 'state', 'product', 'customer', 'partner', 'expiresAt'],
    listSearchableFields: ['licenseId'],
    components: {
      beforeListTable: [stateChips(slugs.licenses, 'licenses')],
      views: {
        edit: {
          default: { Component: 'payload-channel/rsc#LicenseEditView' },
          fields: { path: '/fields', Component: 'payload-channel/rsc#LicenseFieldsView' },
          // What the API answers is of use to staff alone.
          api: { tab: { condition: ({ req }) => accessOf(req, 'licenses', 'read') === true } },
        },
      },
    },
  },
  defaultSort: '-createdAt',
  access: canAll('licenses'),
  indexes: [
    { fields: ['partner', 'state', 'expiresAt'] },
    { fields: ['customer', 'state', 'expiresAt'] },
    { fields: ['state', 'expiresAt'] },
    { fields: ['salesRep', 'state', 'expiresAt'] },
    { fields: ['state', 'usage.reportedAt'] },
    { fields: ['order', 'licenseId'] },
  ],
  hooks: {
    beforeValidate: [setLicenseDefaults],
    beforeChange: [refuseTermChange, claimRevision, enforceLicenseTransition],
    afterChange: [recordOrigin, propagateOwners],
    beforeDelete: [refuseLicenseDelete],
  },
  fields: guardFields('licenses', [
    text({ name: 'licenseId', label: label('License ID', '许可证编号'), unique: true }),
    choice({
      name: 'state',
      label: label('State', '状态'),
      required: true,
      defaultValue: 'created',
      choices: licenseStateChoices,
      admin: { components: { Cell: 'payload-channel/client#StateCell' } },
    }),
    link(slugs.products, { name: 'product', label: label('Product', '产品'), required: true }),
    choice({
      name: 'productType',
      label: label('Product type', '产品类型'),
      index: true,
      choices: productTypes.map((type) => [type, type, type] as const),
    }),
    choice({
      name: 'licenseType',
      label: label('License type', '许可证类型'),
      required: true,
      choices: licenseTypeChoices,
    }),
    link(slugs.customers, { name: 'customer', label: label('Customer', '客户'), required: true }),
    link(slugs.partners, {
      name: 'partner',
      label: label('Reseller', '经销商'),
      admin: readersOf('partners', { fieldNames, roles }),
    }),
    link(slugs.salesReps, {
      name: 'salesRep',
      label: label('Sales rep', '销售代表'),
      admin: readersOf('salesReps', { fieldNames, roles }),
    }),
    link(slugs.engineers, {
      name: 'engineer',
      label: label('Engineer', '工程师'),
      admin: readersOf('engineers', { fieldNames, roles }),
    }),
    link(slugs.orders, {
      name: 'order',
      label: label('Order', '订单'),
      index: false,
      admin: readersOf('orders', { fieldNames, roles }),
    }),
    link(slugs.orderItems, {
      name: 'orderItem',
      label: label('Order line', '订单明细'),
      index: false,
      admin: readersOf('orderItems', { fieldNames, roles }),
    }),
    whole({
      name: 'unit',
      label: label('Unit of the line', '明细中的序号'),
      admin: { hidden: true },
    }),
    whole({
      name: 'seats',
      label: label('Seats', '席位'),
      required: true,
      defaultValue: 1,
      min: 1,
    }),
    {
      name: 'limits',
      type: 'group',
      label: label('Limits', '限额'),
      fields: [
        whole({
          name: 'workspaces',
          label: label('Workspaces', '工作区'),
          required: true,
          defaultValue: 1,
        }),
        whole({ name: 'users', label: label('Users', '用户'), required: true, defaultValue: 10 }),
      ],
    },
    instant({ name: 'startsAt', label: label('Starts at', '开始时间') }),
    instant({ name: 'expiresAt', label: label('Expires at', '到期时间') }),
    instant({ name: 'deployedAt', label: label('Deployed at', '部署时间') }),
    {
      name: 'usage',
      type: 'group',
      label: label('Latest usage', '最近用量'),
      fields: [
        whole({ name: 'workspaces', label: label('Workspaces', '工作区') }),
        whole({ name: 'users', label: label('Users', '用户') }),
        instant({ name: 'reportedAt', label: label('Reported at', '上报时间') }),
      ],
    },
    instant({ name: 'stateChangedAt', label: label('State changed at', '状态变更时间') }),
    { name: 'stateReason', type: 'textarea', label: label('Reason', '原因') },
    choice({
      name: 'resumeState',
      label: label('State before the suspension', '暂停前状态'),
      choices: licenseStateChoices,
      admin: { hidden: true },
    }),
    text({
      name: 'usageKeyHash',
      label: label('Hash of the usage key', '用量密钥哈希'),
      admin: { hidden: true },
      access: { create: () => false, update: () => false, read: () => false },
    }),
    instant({ name: 'usageKeyAt', label: label('Usage key issued at', '用量密钥签发时间') }),
    {
      name: 'purchases',
      type: 'join',
      label: label('Purchases', '采购记录'),
      collection: slugs.purchases,
      on: 'license',
      defaultSort: 'sequence',
      maxDepth: 1,
      admin: { defaultColumns: ['type', 'purchasedAt', 'amount', 'expiresAfter', 'note'] },
    },
    {
      name: 'deployments',
      type: 'join',
      label: label('Deployments', '部署'),
      collection: slugs.deployments,
      on: 'license',
      defaultSort: '-scheduledAt',
      maxDepth: 1,
      admin: { defaultColumns: ['environment', 'state', 'engineer', 'scheduledAt'] },
    },
    {
      name: 'alerts',
      type: 'join',
      label: label('Alerts', '告警'),
      collection: slugs.alerts,
      on: 'license',
      defaultSort: '-raisedAt',
      maxDepth: 1,
      admin: { defaultColumns: ['kind', 'state', 'severity', 'raisedAt'] },
    },
    whole({
      name: 'lastPurchase',
      label: label('Number of the last purchase', '最后一次采购序号'),
      admin: { hidden: true },
      access: { create: () => false, update: () => false, read: () => false },
    }),
    revisionField,
    { name: 'internalNotes', type: 'textarea', label: label('Internal notes', '内部备注') },
    text({
      name: 'issueKey',
      label: label('Issue key', '签发键'),
      unique: true,
      admin: { hidden: true },
      access: { create: () => false, update: () => false, read: () => false },
    }),
  ]),
})
