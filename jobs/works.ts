import type { BasePayload } from 'payload'

import { dispatchEvents } from '../src/operations/events/dispatchEvents'
import { resumeOrders } from '../src/operations/orders/resumeOrders'
import { runScheduledJobs } from '../src/operations/queue/runScheduledJobs'
import { sendMails } from '../src/operations/mail/sendMails'
import { scheduledJobs } from './scheduledJobs'

/** Something that is worked off, again and again: how often it did what. */
export type Work = {
  /** The name of its task for Payload's job runner. */
  slug: string
  run: (payload: BasePayload, now: Date) => Promise<Record<string, number>>
}

/**
 * All that workers do, in lanes that do not wait for each other, so that no mail waits for a long
 * scan. Within a lane in this order: what the first one writes the second one sends.
 */
export const works: Work[][] = [
  [
    { slug: 'channelResumeOrders', run: resumeOrders },
    { slug: 'channelDispatchEvents', run: dispatchEvents },
    { slug: 'channelSendMails', run: sendMails },
  ],
  [
    {
      slug: 'channelRunScheduledJobs',
      run: (payload, now) => runScheduledJobs(payload, scheduledJobs, now),
    },
  ],
]
