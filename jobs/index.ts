import type { JobsConfig, PayloadRequest } from 'payload'

import { callerOf } from '../access/callerOf'
import { dispatchEvents } from './dispatchEvents'
import { runScheduledJobs } from './runScheduledJobs'
import { sendMails } from './sendMails'

/** The plugin's tasks, for Payload's job runner. */
export const tasks: NonNullable<JobsConfig['tasks']> = [dispatchEvents, sendMails, runScheduledJobs]

/** Payload lets every user, a partner's too, run jobs. */
const onlyAdmins = ({ req }: { req: PayloadRequest }): boolean =>
  callerOf(req)?.roles.includes('admin') ?? false

/** The host's jobs with the plugin's tasks, for administrators only unless the host says otherwise. */
export const channelJobs = (jobs: Partial<JobsConfig> = {}): JobsConfig => ({
  ...jobs,
  access: { cancel: onlyAdmins, queue: onlyAdmins, run: onlyAdmins, ...jobs.access },
  tasks: [...(jobs.tasks ?? []), ...tasks],
})
