import { createLocalReq, type BasePayload, type PayloadRequest, type Where } from 'payload'

import { slugsOf } from '../channel'
import { insertAbsent } from '../database/insertAbsent'
import { readRows } from '../database/readRows'
import { daysBefore } from '../domain/daysBefore'
import {
  DIGEST_DAYS,
  digestKeyOf,
  isDigestTime,
  periodAt,
  periodsBefore,
  type Period,
} from '../domain/digest'
import { renderDigest } from '../domain/digestMail'
import { digestAlertsOf } from './digestAlerts'
import { digestRecipients, type DigestRecipient } from './digestRecipients'
import { mailRows, type NewMail } from './enqueueMail'
import type { Progress } from './holdRun'
import { adminLink } from './linkTo'

/** How many mails are written at a time. */
const BATCH = 100

/**
 * Tells the people whom new alerts concern of them, by one mail for each recipient and period;
 * whoever has nothing new gets none. Works as the system, as often as it likes: a mail that is there
 * already is not written again, by its key.
 */
export const sendDigests = async (
  payload: BasePayload,
  now: Date,
  progress?: Pick<Progress, 'report'>,
): Promise<{ digests: number }> => {
  const req = await createLocalReq({}, payload)
  let digests = 0
  let looked = 0
  let mails: NewMail[] = []
  const write = async () => {
    const rows = mailRows(req, mails, now)
    digests += (await insertAbsent(req, slugsOf(payload).mails, rows, 'key')).length
    mails = []
    await progress?.report(looked)
  }
  if (!isDigestTime(periodAt('daily', now), now)) return { digests }
  for await (const recipient of digestRecipients(req, daysBefore(now, DIGEST_DAYS + 7))) {
    looked += 1
    const mail = await digestFor(req, recipient, now)
    if (mail) mails.push(mail)
    if (mails.length === BATCH) await write()
  }
  await write()
  return { digests }
}

const digestFor = async (
  req: PayloadRequest,
  recipient: DigestRecipient,
  now: Date,
): Promise<NewMail | null> => {
  const period = periodAt(recipient.frequency, now)
  const since = await lastDigestOf(req, recipient, period)
  if (!isDigestTime(period, now) || since.getTime() >= period.end.getTime()) return null
  const openedAt: Where = {
    openedAt: { greater_than: since.toISOString(), less_than_equal: period.end.toISOString() },
  }
  const alerts = await digestAlertsOf(req, { and: [recipient.concerns, openedAt] })
  if (alerts.length === 0) return null
  const link = adminLink(req.payload, `/collections/${slugsOf(req.payload).alerts}`)
  return {
    key: digestKeyOf(recipient.key, period),
    to: recipient.email,
    ...renderDigest(recipient.language, alerts, link),
    options: { headers: { 'Auto-Submitted': 'auto-generated' } },
  }
}

/** Until when the recipient was told; not before the news is too old to be any. */
const lastDigestOf = async (
  req: PayloadRequest,
  recipient: DigestRecipient,
  period: Period,
): Promise<Date> => {
  const ends = new Map(
    periodsBefore(period).map((one) => [digestKeyOf(recipient.key, one), one.end.getTime()]),
  )
  const where = { key: { in: [...ends.keys()] } }
  const sent = await readRows<{ key: string }>(req, slugsOf(req.payload).mails, where)
  const told = sent.map(({ key }) => ends.get(key) as number)
  return new Date(Math.max(daysBefore(period.end, DIGEST_DAYS).getTime(), ...told))
}
