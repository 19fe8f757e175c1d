import { createLocalReq, type BasePayload, type PayloadRequest, type Where } from 'payload'

import { slugsOf } from '../../channel'
import { insertAbsent } from '../../database/insertAbsent'
import { readRows } from '../../database/readRows'
import { daysBefore } from '../../domain/time/daysBefore'
import {
  DIGEST_DAYS,
  digestKeyOf,
  isDigestTime,
  nextDigestAt,
  periodAt,
  periodsBefore,
  urgentPeriodAt,
  urgentPeriodsSince,
  type Period,
} from '../../domain/alerts/digest'
import { renderDigest, type DigestAlert } from '../../domain/alerts/digestMail'
import { digestAlertsOf } from './digestAlerts'
import { digestRecipients } from './digestRecipients'
import type { DigestRecipient } from './digestRecipient'
import { mailRows, type NewMail } from '../mail/enqueueMail'
import type { Progress } from '../queue/heartbeat'
import { adminLink } from '../records/linkTo'

/** How many mails are written at a time. */
const BATCH = 100

/**
 * Tells the people whom new alerts concern of them, by one mail for each address and period;
 * whoever has nothing new gets none. What ends before a week's next digest is told on the day. Works as the system, as often as it likes: a mail that is there
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
  for (const recipient of await digestRecipients(req, daysBefore(now, DIGEST_DAYS + 7))) {
    looked += 1
    for (const mailFor of [digestFor, urgentFor]) {
      const mail = await mailFor(req, recipient, now)
      if (mail) mails.push(mail)
    }
    if (mails.length >= BATCH) await write()
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
  const since = await lastDigestOf(req, recipient, period, periodsBefore(period))
  const opened = { from: since, period }
  return isDigestTime(period, now) ? mailOf(req, recipient, opened, () => true) : null
}

/** What ends before the next digest of a week would tell of it; every other digest is in time. */
const urgentFor = async (
  req: PayloadRequest,
  recipient: DigestRecipient,
  now: Date,
): Promise<NewMail | null> => {
  if (recipient.frequency !== 'weekly') return null
  const [week, period] = [periodAt('weekly', now), urgentPeriodAt(now)]
  const told = await lastDigestOf(req, recipient, period, urgentPeriodsSince(week.end, period))
  const from = new Date(Math.max(told.getTime(), week.end.getTime()))
  const next = nextDigestAt(week).getTime()
  return mailOf(
    req,
    recipient,
    { from, period },
    ({ date, kind }) => kind === 'expiring' && Date.parse(date) < next,
  )
}

const mailOf = async (
  req: PayloadRequest,
  recipient: DigestRecipient,
  { from, period }: { from: Date; period: Period },
  isTold: (alert: DigestAlert) => boolean,
): Promise<NewMail | null> => {
  if (from.getTime() >= period.end.getTime()) return null
  const openedAt: Where = {
    openedAt: { greater_than: from.toISOString(), less_than_equal: period.end.toISOString() },
  }
  const found = await digestAlertsOf(req, { and: [recipient.concerns, openedAt] })
  const alerts = found.filter(isTold)
  if (alerts.length === 0) return null
  const link = adminLink(req.payload, `/collections/${slugsOf(req.payload).alerts}`)
  return {
    key: digestKeyOf(recipient.keys[0], period),
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
  before: Period[],
): Promise<Date> => {
  const ends = new Map(
    recipient.keys.flatMap((key) =>
      before.map((one) => [digestKeyOf(key, one), one.end.getTime()] as const),
    ),
  )
  const where = { key: { in: [...ends.keys()] } }
  const sent = await readRows<{ key: string }>(req, slugsOf(req.payload).mails, where)
  const told = sent.map(({ key }) => ends.get(key) as number)
  return new Date(Math.max(daysBefore(period.end, DIGEST_DAYS).getTime(), ...told))
}
