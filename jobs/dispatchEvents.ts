import type { TaskConfig } from 'payload'

import { dispatchEvents as dispatch } from '../src/operations/dispatchEvents'
import { everyMinute } from './everyMinute'

/** Tells the events that are due to their audience. */
export const dispatchEvents: TaskConfig<{ input: object; output: object }> = {
  slug: 'channelDispatchEvents',
  schedule: everyMinute,
  handler: async ({ req }) => ({ output: await dispatch(req.payload, new Date()) }),
}
