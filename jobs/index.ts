import type { JobsConfig, PayloadRequest, TaskConfig } from 'payload'

import { callerOf } from '../access/callerOf'
import { works } from './works'

/**
 * For hosts that run Payload's jobs (`autoRun`, or `payload jobs:run --queue channel
 * --handle-schedules`). Payload may queue a run twice; the tasks bear that.
 */
const schedule: TaskConfig['schedule'] = [{ cron: '* * * * *', queue: 'channel' }]

/** The tables of scheduled tasks stay with a plugin that is disabled; nothing comes into them. */
const never: TaskConfig['schedule'] = schedule.map((one) => ({
  ...one,
  hooks: { beforeSchedule: () => ({ shouldSchedule: false }) },
}))

type Task = TaskConfig<{ input: object; output: object }>

/** The plugin's tasks, for Payload's job runner. */
export const tasks: NonNullable<JobsConfig['tasks']> = works.flat().map(({ run, slug }): Task => ({
  slug,
  schedule,
  handler: async ({ req }) => ({ output: await run(req.payload, new Date()) }),
}))

const idle: typeof tasks = works
  .flat()
  .map(({ slug }): Task => ({ slug, schedule: never, handler: () => ({ output: {} }) }))

/** Payload lets every user, a partner's too, run jobs. */
const onlyAdmins = ({ req }: { req: PayloadRequest }): boolean =>
  callerOf(req)?.roles.includes('admin') ?? false

/** The host's jobs with the plugin's tasks, for administrators only unless the host says otherwise. */
export const channelJobs = (jobs: Partial<JobsConfig> = {}, disabled = false): JobsConfig =>
  disabled
    ? { ...jobs, tasks: [...(jobs.tasks ?? []), ...idle] }
    : {
        ...jobs,
        access: { cancel: onlyAdmins, queue: onlyAdmins, run: onlyAdmins, ...jobs.access },
        tasks: [...(jobs.tasks ?? []), ...tasks],
      }
