import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { Readable } from 'node:stream'

import { hasTransactions } from '../../../src/database/hasTransactions'
import { sendMails } from '../../../src/operations/mail/sendMails'
import { startMailServer, type MailServer } from '../../support/startMailServer'
import { startTestApp, type TestApp } from '../../support/startTestApp'

let server: MailServer
let app: TestApp

const work = () => sendMails(app.payload, new Date())

beforeAll(async () => {
  server = await startMailServer()
  const MAIL_FROM = 'Channel <channel@host.example>'
  app = await startTestApp({}, { SMTP_URL: server.url, MAIL_FROM })
})
beforeEach(() => {
  server.received.length = 0
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

describe('queuedEmail', () => {
  it('keeps what a host sends until a worker brings it to the mail server', async () => {
    await app.payload.sendEmail({
      to: [{ name: 'Zoë "Z"', address: 'zoe@example.com' }, 'second@example.com'],
      cc: 'third@example.com',
      subject: 'Hello',
      html: '<p>Price &lt; 5 €</p><p><a href="https://example.com/x">Look</a></p>',
      attachments: [{ filename: 'list.csv', content: Readable.from([Buffer.from('a;b')]) }],
    })
    expect(server.received).toEqual([])
    await work()
    const [mail] = server.received
    expect(mail?.from).toEqual({ name: 'Channel', address: 'channel@host.example' })
    expect(mail?.recipients).toEqual(['zoe@example.com', 'second@example.com', 'third@example.com'])
    expect(mail?.text?.trim()).toBe('Price < 5 €\n\nLook:\nhttps://example.com/x')
    expect(mail?.html).toContain('<p>Price &lt; 5 €</p>')
    const [attachment] = mail?.attachments ?? []
    expect(attachment?.filename).toBe('list.csv')
    expect(Buffer.from(attachment?.content as ArrayBuffer).toString()).toBe('a;b')
  })

  it('belongs to the transaction it is called in: no mail for what did not happen', async () => {
    const req = await createLocalReq({}, app.payload)
    await initTransaction(req)
    await app.payload.sendEmail({ to: 'a@example.com', subject: 'Undone', text: 'x' })
    await killTransaction(req)
    await initTransaction(req)
    await app.payload.sendEmail({ to: 'a@example.com', subject: 'Done', text: 'x' })
    await commitTransaction(req)
    await app.payload.sendEmail({ to: 'a@example.com', subject: 'Alone', text: 'x' })
    await work()
    const undone = hasTransactions(app.payload) ? [] : ['Undone']
    const subjects = server.received.map(({ subject }) => subject)
    expect(subjects.sort()).toEqual(['Alone', 'Done', ...undone])
  })
})
