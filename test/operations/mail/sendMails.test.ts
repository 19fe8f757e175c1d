import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import { lease, settleRow } from '../../../src/operations/queue/lease'
import { enqueueMails } from '../../../src/operations/mail/enqueueMail'
import { MAX_ATTEMPTS, MAX_REFUSALS, sendMails } from '../../../src/operations/mail/sendMails'
import type { Mail } from '../../../src/payload-types'
import { startMailServer, type MailServer } from '../../support/startMailServer'
import { startTestApp, type TestApp } from '../../support/startTestApp'

const START = new Date('2026-03-01T08:00:00.000Z')
const after = (milliseconds: number) => new Date(START.getTime() + milliseconds)
const HOUR = 3_600_000

let server: MailServer
let app: TestApp

const enqueue = async (...keys: string[]) => {
  const req = await createLocalReq({}, app.payload)
  const mails = keys.map((key) => ({ key, to: `${key}@example.com`, subject: key, text: 'x' }))
  await enqueueMails(req, mails, START)
}
const mailOf = async (key: string) => {
  const { docs } = await app.payload.find({ collection: 'mails', where: { key: { equals: key } } })
  return docs[0] as Mail
}
const subjects = () => server.received.map(({ subject }) => subject).sort()

beforeAll(async () => {
  server = await startMailServer()
  app = await startTestApp({}, { SMTP_URL: server.url, MAIL_FROM: 'us@host.example' })
})
beforeEach(async () => {
  await app.payload.db.deleteMany({ collection: 'mails', where: {} })
  server.received.length = 0
  server.refusal = null
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

describe('sendMails', () => {
  it('sends each mail once when several workers are on one queue', async () => {
    const keys = Array.from({ length: 30 }, (_, index) => `m${index}`)
    await enqueue(...keys)
    await Promise.all([1, 2, 3].map(() => sendMails(app.payload, START)))
    expect(subjects()).toEqual([...keys].sort())
  })

  it('keeps mails while the server is down and sends them once it is back', async () => {
    await enqueue('a', 'b')
    await server.stop()
    const first = await sendMails(app.payload, START)
    expect(first.sent).toBe(0)
    expect((await mailOf('a')).lastError ?? (await mailOf('b')).lastError).toContain('ECONNREFUSED')
    const { received } = (server = await startMailServer(server.port))
    await sendMails(app.payload, after(HOUR))
    expect(received.map(({ subject }) => subject).sort()).toEqual(['a', 'b'])
    expect(await mailOf('a')).toMatchObject({ status: 'sent', lastError: null })
    await sendMails(app.payload, after(2 * HOUR))
    expect(received).toHaveLength(2)
  })

  it('waits longer after each failure, an hour at most', async () => {
    await enqueue('a')
    server.refusal = { code: 451, message: 'Come back later' }
    const pauses: number[] = []
    let now = START
    for (let attempt = 0; attempt < 12; attempt += 1) {
      expect(await sendMails(app.payload, now)).toEqual({ sent: 0, failed: 1 })
      const due = new Date((await mailOf('a')).dueAt)
      expect(await sendMails(app.payload, new Date(due.getTime() - 60_000_000))).toEqual({
        sent: 0,
        failed: 0,
      })
      pauses.push(Math.round((due.getTime() - now.getTime()) / 10_000))
      now = due
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
  })

  it('gives up on a mail that is refused again and again, and keeps it for all to see', async () => {
    await enqueue('refused')
    server.refusal = { code: 550, message: 'No such user here' }
    for (let attempt = 1; attempt <= MAX_REFUSALS + 2; attempt += 1)
      await sendMails(app.payload, after(2 * attempt * HOUR))
    expect(await mailOf('refused')).toMatchObject({
      status: 'parked',
      attempts: MAX_REFUSALS,
      lastError: expect.stringContaining('No such user here'),
    })
  })

  it('does not give up so soon on a server that is away', async () => {
    await enqueue('patient')
    await app.payload.db.updateMany({
      collection: 'mails',
      where: {},
      data: { attempts: MAX_REFUSALS },
    })
    await server.stop()
    await sendMails(app.payload, START)
    expect((await mailOf('patient')).status).toBe('queued')
    await app.payload.db.updateMany({
      collection: 'mails',
      where: {},
      data: { attempts: MAX_ATTEMPTS },
    })
    await sendMails(app.payload, after(2 * HOUR))
    expect((await mailOf('patient')).status).toBe('parked')
    server = await startMailServer(server.port)
  })

  it('spends one attempt, not one for each mail, on a server that is away', async () => {
    await enqueue(...Array.from({ length: 20 }, (_, index) => `m${index}`))
    await server.stop()
    const { failed } = await sendMails(app.payload, START)
    server = await startMailServer(server.port)
    expect(failed).toBeGreaterThan(0)
    expect(failed).toBeLessThanOrEqual(4)
  })

  it('goes on with the others when one mail is refused', async () => {
    const keys = Array.from({ length: 12 }, (_, index) => `m${index}`)
    await enqueue(...keys)
    server.refusal = { code: 451, message: 'Not this one, not now', subject: 'm0' }
    expect(await sendMails(app.payload, START)).toEqual({ sent: 11, failed: 1 })
    expect(subjects()).toEqual(keys.slice(1).sort())
  })

  it('takes up the mail of a worker that died between claim and sending', async () => {
    await enqueue('orphan')
    await lease(app.payload, 'mails', await mailOf('orphan'), after(180_000))
    await sendMails(app.payload, after(60_000))
    expect(subjects()).toEqual([])
    await sendMails(app.payload, after(181_000))
    expect(subjects()).toEqual(['orphan'])
  })

  it('gives a mail that has to be sent again the same Message-ID', async () => {
    await enqueue('twice')
    await sendMails(app.payload, START)
    // The worker died after the server had taken the mail, before it noted so.
    await app.payload.db.updateMany({
      collection: 'mails',
      where: {},
      data: { status: 'queued', dueAt: START.toISOString() },
    })
    await sendMails(app.payload, START)
    const [first, second] = server.received.map(({ messageId }) => messageId)
    expect(first).toMatch(/^<[\da-f]{32}@host\.example>$/)
    expect(second).toBe(first)
  })

  it('does not overwrite the outcome of the worker that took over', async () => {
    await enqueue('slow')
    const mail = await mailOf('slow')
    const slow = await lease(app.payload, 'mails', mail, after(1))
    const taker = await lease(app.payload, 'mails', slow as Mail, after(180_000))
    expect(await settleRow(app.payload, 'mails', slow as Mail, { status: 'queued' })).toBe(false)
    expect(await settleRow(app.payload, 'mails', taker as Mail, { status: 'sent' })).toBe(true)
    expect((await mailOf('slow')).status).toBe('sent')
  })

  it('keeps no password of the mail server in the error', async () => {
    await enqueue('secret')
    const { carrier } = app.payload.email as unknown as { carrier: { sendEmail: unknown } }
    const { sendEmail } = carrier
    carrier.sendEmail = () =>
      Promise.reject(new Error('No answer from smtp://me:pa55@mail/\nparams: body'))
    await sendMails(app.payload, START)
    carrier.sendEmail = sendEmail
    expect((await mailOf('secret')).lastError).toBe('No answer from smtp://***@mail/')
  })
})
