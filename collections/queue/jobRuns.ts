import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { jobStateChoices } from '../choices'
import { buttons, choice, instant, label, text, whole, type DefineCollection } from '../fields'

/** Each run of a scheduled job: one for a job and a slot of time, whoever queues it. */
export const jobRuns: DefineCollection<CollectionConfig> = ({ slugs }) => ({
  slug: slugs.jobRuns,
  labels: { singular: label('Job run', '任务运行'), plural: label('Job runs', '任务运行') },
  admin: {
    group: label('System', '系统'),
    useAsTitle: 'runKey',
    defaultColumns: ['job', 'slot', 'state', 'done', 'attempts', 'finishedAt', 'actions'],
  },
  defaultSort: '-createdAt',
  access: canAll('jobRuns'),
  indexes: [{ fields: ['state', 'dueAt'] }],
  fields: [
    buttons('JobRetry'),
    text({ name: 'job', label: label('Job', '任务'), required: true }),
    instant({ name: 'slot', label: label('For', '时段'), required: true }),
    choice({
      name: 'state',
      label: label('State', '状态'),
      required: true,
      defaultValue: 'queued',
      choices: jobStateChoices,
      admin: { components: { Cell: 'payload-channel/client#StateCell' } },
    }),
    whole({
      name: 'done',
      label: label('Done', '已处理'),
      required: true,
      defaultValue: 0,
      admin: { components: { Cell: 'payload-channel/client#ProgressCell' } },
    }),
    whole({ name: 'total', label: label('Of', '总数') }),
    whole({
      name: 'attempts',
      label: label('Attempts', '尝试次数'),
      required: true,
      defaultValue: 0,
    }),
    instant({ name: 'dueAt', label: label('Due at', '应处理时间'), required: true }),
    instant({ name: 'startedAt', label: label('Started at', '开始时间') }),
    instant({ name: 'finishedAt', label: label('Finished at', '结束时间') }),
    {
      name: 'result',
      type: 'json',
      label: label('Result', '结果'),
      admin: { components: { Field: 'payload-channel/client#JsonText' } },
    },
    text({ name: 'cursor', label: label('Cursor', '游标'), admin: { hidden: true } }),
    { name: 'lastError', type: 'textarea', label: label('Last error', '最近错误') },
    text({
      name: 'runKey',
      label: label('Key', '键'),
      unique: true,
      required: true,
    }),
  ],
})
