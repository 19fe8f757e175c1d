import type { TaskConfig } from 'payload'

import { runScheduledJobs as run } from '../src/operations/runScheduledJobs'
import { everyMinute } from './everyMinute'
import { scheduledJobs } from './scheduledJobs'

/** Runs the scheduled jobs that are due. */
export const runScheduledJobs: TaskConfig<{ input: object; output: object }> = {
  slug: 'channelRunScheduledJobs',
  schedule: everyMinute,
  handler: async ({ req }) => ({ output: await run(req.payload, scheduledJobs, new Date()) }),
}
