import type { TaskConfig } from 'payload'

/**
 * For hosts that run Payload's jobs (`autoRun`, or `payload jobs:run --queue channel
 * --handle-schedules`). Payload may queue a run twice; the tasks bear that.
 */
export const everyMinute: TaskConfig['schedule'] = [{ cron: '* * * * *', queue: 'channel' }]
