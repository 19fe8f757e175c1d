import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { guardFields } from '../../access/guardFields'
import { claimRevision } from '../../hooks/records/claimRevision'
import { followEngineer } from '../../hooks/deployments/followEngineer'
import { refuseDeploymentDelete } from '../../hooks/deployments/refuseDeploymentDelete'
import { refuseLockedDeployment } from '../../hooks/deployments/refuseLockedDeployment'
import { releaseLicense } from '../../hooks/deployments/releaseLicense'
import { setDeploymentDefaults } from '../../hooks/deployments/setDeploymentDefaults'
import { deploymentStateChoices, environmentChoices } from '../choices'
import {
  buttons,
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

export const deployments: DefineCollection<CollectionConfig> = ({ regions, slugs }) => ({
  slug: slugs.deployments,
  labels: { singular: label('Deployment', '部署'), plural: label('Deployments', '部署') },
  admin: {
    group: label('Licenses', '许可证'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'engineer', 'scheduledAt', 'progress', 'actions'],
    listSearchableFields: ['title', 'version'],
    components: { beforeListTable: [stateChips(slugs.deployments, 'deployments')] },
  },
  defaultSort: '-scheduledAt',
  access: canAll('deployments'),
  indexes: [
    { fields: ['engineer', 'state', 'scheduledAt'] },
    { fields: ['license', 'scheduledAt'] },
    { fields: ['state', 'scheduledAt'] },
    { fields: ['partner', 'scheduledAt'] },
    { fields: ['customer', 'scheduledAt'] },
  ],
  hooks: {
    beforeValidate: [setDeploymentDefaults],
    beforeChange: [claimRevision, refuseLockedDeployment],
    afterChange: [followEngineer],
    beforeDelete: [refuseDeploymentDelete],
    afterDelete: [releaseLicense],
  },
  fields: guardFields('deployments', [
    buttons('DeploymentActions'),
    text({ name: 'title', label: label('Title', '标题') }),
    link(slugs.licenses, { name: 'license', label: label('License', '许可证'), required: true }),
    choice({
      name: 'state',
      label: label('State', '状态'),
      required: true,
      defaultValue: 'scheduled',
      choices: deploymentStateChoices,
      admin: { components: { Cell: 'payload-channel/client#StateCell' } },
    }),
    choice({
      name: 'environment',
      label: label('Environment', '环境'),
      required: true,
      defaultValue: 'production',
      choices: environmentChoices,
    }),
    text({ name: 'version', label: label('Version', '版本'), maxLength: 60 }),
    choice({
      name: 'region',
      label: label('Region', '地区'),
      choices: regions.map((region) => [region, region, region] as const),
    }),
    link(slugs.engineers, { name: 'engineer', label: label('Engineer', '工程师') }),
    whole({
      name: 'progress',
      label: label('Progress, %', '进度 %'),
      max: 100,
      defaultValue: 0,
      admin: { components: { Cell: 'payload-channel/client#ProgressCell' } },
    }),
    instant({ name: 'scheduledAt', label: label('Scheduled at', '计划时间'), required: true }),
    instant({ name: 'startedAt', label: label('Started at', '开始时间') }),
    instant({ name: 'finishedAt', label: label('Finished at', '结束时间') }),
    whole({ name: 'failures', label: label('Failures', '失败次数'), defaultValue: 0 }),
    instant({ name: 'failedAt', label: label('Last failed at', '最近失败时间') }),
    link(slugs.engineers, {
      name: 'failedBy',
      label: label('Engineer at the last failure', '最近失败时的工程师'),
      index: false,
    }),
    { name: 'failureReason', type: 'textarea', label: label('Reason', '原因'), maxLength: 2000 },
    { name: 'notes', type: 'textarea', label: label('Notes', '备注'), maxLength: 4000 },
    { name: 'internalNotes', type: 'textarea', label: label('Internal notes', '内部备注') },
    link(slugs.customers, { name: 'customer', label: label('Customer', '客户') }),
    link(slugs.partners, { name: 'partner', label: label('Reseller', '经销商') }),
    revisionField,
  ]),
})
