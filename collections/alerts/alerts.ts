import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { alertKindChoices, alertStateChoices, severityChoices } from '../choices'
import {
  buttons,
  choice,
  instant,
  label,
  link,
  stateChips,
  text,
  whole,
  type DefineCollection,
} from '../fields'

/** What somebody should look at; one for each cause, by `alertKey`. */
export const alerts: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.alerts,
  labels: { singular: label('Alert', '告警'), plural: label('Alerts', '告警') },
  admin: {
    group: label('Licenses', '许可证'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'severity', 'state', 'customer', 'raisedAt', 'actions'],
    listSearchableFields: ['title'],
    components: { beforeListTable: [stateChips(slugs.alerts, 'alerts')] },
  },
  defaultSort: '-raisedAt',
  access: canAll('alerts'),
  indexes: [
    { fields: ['state', 'raisedAt'] },
    { fields: ['state', 'openedAt'] },
    { fields: ['license', 'kind', 'state'] },
    { fields: ['partner', 'state', 'raisedAt'] },
    { fields: ['customer', 'state', 'raisedAt'] },
    { fields: ['salesRep', 'state', 'raisedAt'] },
  ],
  fields: guardFields('alerts', [
    buttons('AlertActions'),
    text({
      name: 'title',
      label: label('Title', '标题'),
      required: true,
      admin: { components: { Cell: 'payload-channel/client#AlertTitle' } },
    }),
    choice({
      name: 'kind',
      label: label('Kind', '类型'),
      required: true,
      choices: alertKindChoices,
    }),
    choice({
      name: 'severity',
      label: label('Severity', '严重程度'),
      required: true,
      defaultValue: 'warning',
      choices: severityChoices,
      admin: { components: { Cell: 'payload-channel/client#SeverityBadge' } },
    }),
    choice({
      name: 'state',
      label: label('State', '状态'),
      required: true,
      defaultValue: 'open',
      choices: alertStateChoices,
      admin: { components: { Cell: 'payload-channel/client#StateCell' } },
    }),
    link(slugs.licenses, { name: 'license', label: label('License', '许可证'), required: true }),
    whole({ name: 'thresholdDays', label: label('Days before', '提前天数') }),
    {
      name: 'figures',
      type: 'json',
      label: label('Figures', '数据'),
      admin: { components: { Field: 'payload-channel/client#JsonText' } },
    },
    instant({ name: 'raisedAt', label: label('Raised at', '触发时间'), required: true }),
    instant({ name: 'openedAt', label: label('Open since', '打开时间'), required: true }),
    instant({ name: 'snoozedUntil', label: label('Snoozed until', '暂缓至') }),
    instant({ name: 'handledAt', label: label('Handled at', '处理时间') }),
    link(slugs.users, { name: 'handledBy', label: label('Handled by', '处理人'), index: false }),
    link(slugs.customers, { name: 'customer', label: label('Customer', '客户'), index: false }),
    link(slugs.partners, { name: 'partner', label: label('Reseller', '经销商'), index: false }),
    link(slugs.salesReps, {
      name: 'salesRep',
      label: label('Sales rep', '销售代表'),
      index: false,
    }),
    text({
      name: 'alertKey',
      label: label('Key', '键'),
      unique: true,
      required: true,
      admin: { hidden: true },
    }),
  ]),
})
