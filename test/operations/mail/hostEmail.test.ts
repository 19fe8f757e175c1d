import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import PostalMime from 'postal-mime'

import { hostEmail } from '../../../src/host/mail/hostEmail'
import { sendMails } from '../../../src/operations/mail/sendMails'
import { startMailServer } from '../../support/startMailServer'
import { startTestApp, type TestApp } from '../../support/startTestApp'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

describe('hostEmail without SMTP_URL', () => {
  it('keeps each mail in a file that mail programs open, and logs its path once, for whoever debugs', async () => {
    const printed = jest.spyOn(app.payload.logger, 'debug').mockImplementation(() => {})
    await app.payload.sendEmail({ to: 'a@example.com', subject: '你好', html: '<p>Hi</p>' })
    await sendMails(app.payload, new Date())
    await sendMails(app.payload, new Date())
    const folder = path.join(app.dataDir, 'mail')
    const files = await readdir(folder)
    expect(files).toEqual([expect.stringMatching(/\.eml$/)])
    const file = path.join(folder, String(files[0]))
    const mail = await PostalMime.parse(await readFile(file))
    expect(mail).toMatchObject({
      subject: '你好',
      from: { name: 'payload-channel', address: 'no-reply@localhost' },
      to: [{ address: 'a@example.com' }],
    })
    expect([mail.text?.trim(), mail.html?.trim()]).toEqual(['Hi', '<p>Hi</p>'])
    expect((await stat(file)).mode & 0o077).toBe(0)
    const lines = printed.mock.calls.map(([line]) => String(line))
    expect(lines.filter((line) => line.includes(file))).toHaveLength(1)
    printed.mockRestore()
  })

  it('names the variable when MAIL_FROM is no address', async () => {
    await expect(startTestApp({}, { MAIL_FROM: 'nobody' })).rejects.toThrow('MAIL_FROM')
  })
})

describe('hostEmail with SMTP_URL', () => {
  const mail = { to: 'a@example.com', subject: 'Hello', text: 'Hi' }
  const carrierTo = async (smtpUrl: string) => {
    const adapter = await hostEmail({ dataDir: app.dataDir, mailFrom: 'shop@example.com', smtpUrl })
    return adapter({ payload: app.payload })
  }

  it('keeps a connection from mail to mail, and goes on when the server was started anew', async () => {
    const server = await startMailServer()
    const carrier = await carrierTo(server.url)
    for (const subject of ['one', 'two', 'three']) await carrier.sendEmail({ ...mail, subject })
    expect(server.received.map(({ subject }) => subject)).toEqual(['one', 'two', 'three'])
    expect(server.connections).toBe(1)
    await server.stop()
    const anew = await startMailServer(server.port)
    await carrier.sendEmail({ ...mail, subject: 'four' })
    expect(anew.received.map(({ subject }) => subject)).toEqual(['four'])
    await anew.stop()
  })

  it.each([
    ['a file of the server', { path: 'package.json' }],
    ['an address', { href: 'http://127.0.0.1/secret' }],
  ])('sends no mail that would pick up %s', async (_name, attachment) => {
    const server = await startMailServer()
    const carrier = await carrierTo(server.url)
    const sending = carrier.sendEmail({ ...mail, attachments: [attachment] })
    await expect(sending).rejects.toThrow(/access rejected/i)
    expect(server.received).toEqual([])
    await server.stop()
  })
})
