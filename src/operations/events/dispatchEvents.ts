import { createLocalReq, type BasePayload, type CollectionSlug, type PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertRows } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import { readRows } from '../../database/readRows'
import { failureLine, retryAt } from '../../domain/queue/backOff'
import type { ToldEventType } from '../../domain/events/eventTypes'
import { languageOf, renderMail, type MailFacts } from '../../domain/events/mailTemplates'
import type { Event, User } from '../../payload-types'
import { lease, findDue, settleRow } from '../queue/lease'
import { createClock } from '../records/createClock'
import { enqueueMails, type NewMail } from '../mail/enqueueMail'
import { findRecipients } from './findRecipients'
import { inTransaction } from '../../database/inTransaction'
import { adminLink, adminPath } from '../records/linkTo'

const LEASE_MS = 60_000
const BATCH = 100

/** After so many attempts an event stays where it is, with its last error, for a person to see. */
export const MAX_DISPATCH_ATTEMPTS = 20

export type DispatchResult = { dispatched: number; failed: number }

/**
 * Tells each event that is due to its audience: a notification and a mail for every recipient.
 * Works as the system. May run twice, on several machines, or die halfway: nobody is told twice.
 */
export const dispatchEvents = async (payload: BasePayload, now: Date): Promise<DispatchResult> => {
  const collection = slugsOf(payload).events
  const clock = createClock(now)
  const open = { dispatchedAt: { exists: false }, attempts: { less_than: MAX_DISPATCH_ATTEMPTS } }
  const result = { dispatched: 0, failed: 0 }
  for (const due of await findDue<Event>(payload, collection, open, now, BATCH)) {
    const event = await lease(payload, collection, due, new Date(clock().getTime() + LEASE_MS))
    if (event) result[await dispatchEvent(payload, event, clock())] += 1
  }
  return result
}

const dispatchEvent = async (
  payload: BasePayload,
  event: Event,
  now: Date,
): Promise<keyof DispatchResult> => {
  const collection = slugsOf(payload).events
  try {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      await tellRecipients(req, event, now)
      const done = { dispatchedAt: now.toISOString(), lastError: null }
      if (!(await settleRow(payload, collection, event, done, req)))
        throw new Error('Another worker has taken this event over.')
    })
    return 'dispatched'
  } catch (error) {
    const lastError = failureLine(error)
    payload.logger.warn(
      `Event ${event.id} was not dispatched, attempt ${event.attempts}: ${lastError}`,
    )
    const dueAt = retryAt(event.attempts, now).toISOString()
    await settleRow(payload, collection, event, { dueAt, lastError })
    return 'failed'
  }
}

const tellRecipients = async (req: PayloadRequest, event: Event, now: Date): Promise<void> => {
  const { payload } = req
  const slugs = slugsOf(payload)
  const recipients = await findRecipients(req, event)
  const told = recipients.map((user) => messageFor(payload, event, user))
  const at = now.toISOString()
  const notifications = told.map(({ notification }) => ({
    id: newId(payload),
    ...notification,
    createdAt: at,
    updatedAt: at,
  }))
  await insertRows(req, slugs.notifications, await unknown(req, slugs.notifications, notifications))
  const mails = told.filter(({ wantsMail }) => wantsMail).map(({ mail }) => mail)
  await enqueueMails(req, await unknown(req, slugs.mails, mails), now)
}

/** What one user is told of an event, in the user's language. */
const messageFor = (payload: BasePayload, event: Event, user: User) => {
  const key = `${event.id}:${user.id}`
  const page = `/collections/${event.subject}/${event.documentId}`
  const facts = { ...(event.data as MailFacts), at: new Date(event.createdAt) }
  const language = languageOf(user)
  const content = renderMail(event.type as ToldEventType, language, facts, adminLink(payload, page))
  const title = content.subject
  const notification: NewRow & { key: string } = {
    key,
    title,
    recipient: user.id,
    kind: event.type,
    link: adminPath(payload, page),
  }
  const options = { headers: { 'Auto-Submitted': 'auto-generated' } }
  const mail: NewMail = { key, to: user.email, ...content, options }
  return { notification, mail, wantsMail: user.notify?.mail !== false }
}

/**
 * The rows that an earlier attempt has not written yet. Asked before the write, because a unique
 * violation would end the whole transaction on Postgres; two at once still meet the unique index.
 */
const unknown = async <T extends { key: string }>(
  req: PayloadRequest,
  collection: CollectionSlug,
  rows: T[],
): Promise<T[]> => {
  if (rows.length === 0) return rows
  const where = { key: { in: rows.map(({ key }) => key) } }
  const known = new Set((await readRows<T>(req, collection, where)).map(({ key }) => key))
  return rows.filter(({ key }) => !known.has(key))
}
