import type { JobsConfig, PayloadRequest, TaskConfig } from 'payload'

import { callerOf } from '../access/callerOf'
import { works } from './works'

/**
 * For hosts that run Payload's jobs (`autoRun`, or `payload jobs:run --queue channel
 * --handle-schedules`). Payload may queue a run twice; the tasks bear that.
 */
const schedule: TaskConfig['schedule'] = [{ cron: '* * * * *', queue: 'channel' }]

/** The plugin's tasks, for Payload's job runner. */
export const tasks: NonNullable<JobsConfig['tasks']> = works
  .flat()
  .map(({ run, slug }): TaskConfig<{ input: object; output: object }> => ({
    slug,
    schedule,
    handler: async ({ req }) => ({ output: await run(req.payload, new Date()) }),
  }))

/** Payload lets every user, a partner's too, run jobs. */
const onlyAdmins = ({ req }: { req: PayloadRequest }): boolean =>
  callerOf(req)?.roles.includes('admin') ?? false

/** The host's jobs with the plugin's tasks, for administrators only unless the host says otherwise. */
export const channelJobs = (jobs: Partial<JobsConfig> = {}): JobsConfig => ({
  ...jobs,
  access: { cancel: onlyAdmins, queue: onlyAdmins, run: onlyAdmins, ...jobs.access },
  tasks: [...(jobs.tasks ?? []), ...tasks],
})
