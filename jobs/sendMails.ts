import type { TaskConfig } from 'payload'

import { sendMails as send } from '../src/operations/sendMails'
import { everyMinute } from './everyMinute'

/** Sends the mails that are due. */
export const sendMails: TaskConfig<{ input: object; output: object }> = {
  slug: 'channelSendMails',
  schedule: everyMinute,
  handler: async ({ req }) => ({ output: await send(req.payload, new Date()) }),
}
