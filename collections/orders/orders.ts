import type { CollectionConfig } from 'payload'

import { accessOf, canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { applyTransition } from '../../hooks/orders/applyTransition'
import { claimRevision } from '../../hooks/records/claimRevision'
import { deleteOrderItems } from '../../hooks/orders/deleteOrderItems'
import { enforceTransition } from '../../hooks/orders/enforceTransition'
import { propagateCustomer } from '../../hooks/orders/propagateCustomer'
import { recalculateOrder } from '../../hooks/orders/recalculateOrder'
import { refuseLockedOrder } from '../../hooks/orders/refuseLockedOrder'
import { setOrderDefaults } from '../../hooks/orders/setOrderDefaults'
import { orderStateChoices } from '../choices'
import {
  choice,
  instant,
  label,
  link,
  money,
  revisionField,
  text,
  whole,
  type DefineCollection,
} from '../fields'

const noAccess = { create: () => false, update: () => false, read: () => false }

export const orders: DefineCollection<CollectionConfig> = ({ slugs, currencies }) => ({
  slug: slugs.orders,
  labels: { singular: label('Order', '订单'), plural: label('Orders', '订单') },
  admin: {
    group: label('Sales', '销售'),
    useAsTitle: 'orderNumber',
    defaultColumns: ['orderNumber', 'state', 'partner', 'total', 'orderDate'],
    listSearchableFields: ['orderNumber', 'notes'],
    components: {
      beforeListTable: ['payload-channel/rsc#OrderListTools'],
      views: {
        edit: {
          default: { Component: 'payload-channel/rsc#OrderEditView' },
          fields: { path: '/fields', Component: 'payload-channel/rsc#OrderFieldsView' },
          // What the API answers is of use to staff alone.
          api: { tab: { condition: ({ req }) => accessOf(req, 'orders', 'read') === true } },
        },
      },
    },
  },
  // Several orders are decided on with the buttons above the list; nothing else of theirs is alike.
  disableBulkEdit: true,
  defaultSort: '-orderDate',
  access: canAll('orders'),
  indexes: [{ fields: ['partner', 'state', 'orderDate'] }, { fields: ['state', 'orderDate'] }],
  hooks: {
    beforeChange: [
      claimRevision,
      setOrderDefaults,
      refuseLockedOrder,
      enforceTransition,
      recalculateOrder,
    ],
    afterChange: [propagateCustomer, applyTransition],
    beforeDelete: [deleteOrderItems],
  },
  fields: guardFields('orders', [
    text({ name: 'orderNumber', label: label('Order number', '订单号'), unique: true }),
    instant({ name: 'orderDate', label: label('Order date', '订单日期') }),
    choice({
      name: 'state',
      label: label('State', '状态'),
      required: true,
      defaultValue: 'draft',
      choices: orderStateChoices,
      admin: { components: { Cell: 'payload-channel/client#StateCell' } },
    }),
    link(slugs.partners, { name: 'partner', label: label('Partner', '合作伙伴'), required: true }),
    link(slugs.customers, { name: 'customer', label: label('Customer', '客户') }),
    choice({
      name: 'currency',
      label: label('Currency', '货币'),
      choices: currencies.map((code) => [code, code, code] as const),
    }),
    money({ name: 'subtotal', label: label('Subtotal', '小计'), required: true, defaultValue: 0 }),
    money({
      name: 'discountTotal',
      label: label('Discount', '折扣'),
      required: true,
      defaultValue: 0,
    }),
    money({ name: 'taxTotal', label: label('Tax', '税额'), required: true, defaultValue: 0 }),
    money({ name: 'total', label: label('Total', '合计'), required: true, defaultValue: 0 }),
    whole({
      name: 'licenseCount',
      label: label('Licenses', '许可证数'),
      required: true,
      defaultValue: 0,
    }),
    {
      name: 'agreementAcknowledged',
      type: 'checkbox',
      label: label('Agreement accepted', '已接受协议'),
      defaultValue: false,
    },
    text({ name: 'agreementVersion', label: label('Agreement version', '协议版本') }),
    instant({ name: 'agreementDate', label: label('Agreement accepted at', '协议接受时间') }),
    { name: 'notes', type: 'textarea', label: label('Notes', '备注'), maxLength: 4000 },
    { name: 'internalNotes', type: 'textarea', label: label('Internal notes', '内部备注') },
    instant({ name: 'submittedAt', label: label('Submitted at', '提交时间') }),
    instant({ name: 'decidedAt', label: label('Decided at', '审批时间') }),
    link(slugs.users, { name: 'decidedBy', label: label('Decided by', '审批人'), index: false }),
    { name: 'decisionReason', type: 'textarea', label: label('Reason', '原因') },
    instant({ name: 'issuedAt', label: label('Licenses issued at', '许可证签发时间') }),
    revisionField,
    text({
      name: 'requestKey',
      label: label('Request key', '请求键'),
      unique: true,
      admin: { hidden: true },
    }),
    text({
      name: 'requestHash',
      label: label('Request hash', '请求哈希'),
      admin: { hidden: true },
    }),
    // What a database without transactions has still to write of the last change.
    instant({
      name: 'unfinishedSince',
      label: label('Not completed since', '未完成自'),
      index: true,
      admin: { hidden: true },
      access: noAccess,
    }),
    {
      name: 'unfinished',
      type: 'json',
      label: label('Still to be written', '待写入'),
      admin: { hidden: true },
      access: noAccess,
    },
    {
      name: 'items',
      type: 'join',
      label: label('Lines', '明细'),
      collection: slugs.orderItems,
      on: 'order',
      defaultSort: 'position',
      defaultLimit: 0,
      maxDepth: 1,
      admin: {
        defaultColumns: ['sku', 'productName', 'licenseType', 'quantity', 'endUserName', 'total'],
      },
    },
    {
      name: 'licenses',
      type: 'join',
      label: label('Licenses', '许可证'),
      collection: slugs.licenses,
      on: 'order',
      maxDepth: 1,
    },
  ]),
})
