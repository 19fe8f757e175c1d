import { createHash } from 'node:crypto'

import pLimit from 'p-limit'
import type { BasePayload } from 'payload'

import { slugsOf } from '../../channel'
import { failureLine, retryAt } from '../../domain/queue/backOff'
import { carrierOf, type Carrier } from './queuedEmail'
import type { Mail } from '../../payload-types'
import { lease, findDue, settleRow } from '../queue/lease'
import { createClock } from '../records/createClock'
import { holdMails } from './holdMails'

/** Longer than the mailer waits for a server, or a second worker would send the same mail. */
const LEASE_MS = 180_000
const BATCH = 100
const AT_ONCE = 4

/** A server that refuses a mail so often will not take it. */
export const MAX_REFUSALS = 20
/** A server that is away is waited for: with an hour between attempts, about five days. */
export const MAX_ATTEMPTS = 130

export type SendResult = { sent: number; failed: number }

/**
 * Sends the mails that are due. Works as the system; several workers may do so at once. A mail that
 * a server took just before its worker died is sent again, under the same Message-ID.
 */
export const sendMails = async (payload: BasePayload, now: Date): Promise<SendResult> => {
  const collection = slugsOf(payload).mails
  const carrier = carrierOf(payload)
  if (!carrier) return holdMails(payload, now)
  const clock = createClock(now)
  const result = { sent: 0, failed: 0 }
  let serverAway = false
  const send = async (due: Mail): Promise<void> => {
    // The rest stays due and keeps its attempts.
    if (serverAway) return
    const mail = await lease(payload, collection, due, new Date(clock().getTime() + LEASE_MS))
    if (!mail) return
    const error = await deliver(carrier, mail)
    if (error !== null) payload.logger.warn(notSent(mail, error))
    serverAway ||= error !== null && answerOf(error) === null
    const outcome = error === null ? sent(mail, clock()) : failed(mail, error, clock())
    await settleRow(payload, collection, mail, outcome)
    result[error === null ? 'sent' : 'failed'] += 1
  }
  const limit = pLimit(AT_ONCE)
  const due = await findDue<Mail>(payload, collection, { status: { equals: 'queued' } }, now, BATCH)
  await Promise.all(due.map((mail) => limit(send, mail)))
  return result
}

/** @returns `null`, or what went wrong */
const deliver = async (carrier: Carrier, mail: Mail): Promise<unknown> => {
  const { html, key, mailSubject, options, text, to } = mail
  const [, domain = 'localhost'] = carrier.defaultFromAddress.split('@')
  const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`
  try {
    await carrier.sendEmail({
      ...(options as object),
      to,
      subject: mailSubject,
      ...(text && { text }),
      ...(html && { html }),
      messageId,
    })
    return null
  } catch (error) {
    return error ?? new Error('unknown')
  }
}

const notSent = ({ attempts, id }: Mail, error: unknown): string =>
  `Mail ${id} was not sent, attempt ${attempts}: ${failureLine(error)}`

/** The SMTP code of a server that said no; `null` when no server answered. */
const answerOf = (error: unknown): null | number => {
  const { responseCode } = (error ?? {}) as { responseCode?: unknown }
  return typeof responseCode === 'number' ? responseCode : null
}

/** 5xx: asking again will hardly help. */
const isRefusal = (error: unknown): boolean => (answerOf(error) ?? 0) >= 500

const sent = ({ confidential }: Mail, now: Date) => ({
  status: 'sent',
  sentAt: now.toISOString(),
  lastError: null,
  ...(confidential && { text: null, html: null, options: null }),
})

const failed = ({ attempts }: Mail, error: unknown, now: Date) => ({
  status: attempts >= (isRefusal(error) ? MAX_REFUSALS : MAX_ATTEMPTS) ? 'parked' : 'queued',
  dueAt: retryAt(attempts, now).toISOString(),
  lastError: failureLine(error),
})
