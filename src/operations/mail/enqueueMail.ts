import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertRows } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'

export type NewMail = {
  /** Unique: a mail with a key that is there already is refused by the database. */
  key: string
  to: string
  subject: string
  text?: null | string
  html?: null | string
  /** Holds a secret such as a reset link: nobody may read it, and it goes once it is sent. */
  confidential?: boolean
  /** Further options of the mailer: `from`, `cc`, `headers`, `attachments` …, as JSON. */
  options?: Record<string, unknown>
}

/** Puts mails into the queue, in the request's transaction; a worker sends them after its commit. */
export const enqueueMails = async (
  req: PayloadRequest,
  mails: NewMail[],
  now: Date,
): Promise<void> => {
  await insertRows(req, slugsOf(req.payload).mails, mailRows(req, mails, now))
}

/** The rows that `enqueueMails` writes, for a caller that writes them in another way. */
export const mailRows = (
  { payload }: Pick<PayloadRequest, 'payload'>,
  mails: NewMail[],
  now: Date,
): NewRow[] => {
  const at = now.toISOString()
  return mails.map(({ subject, ...mail }) => ({
    id: newId(payload),
    text: null,
    html: null,
    confidential: false,
    options: null,
    ...mail,
    mailSubject: subject,
    status: 'queued',
    attempts: 0,
    dueAt: at,
    createdAt: at,
    updatedAt: at,
  }))
}
