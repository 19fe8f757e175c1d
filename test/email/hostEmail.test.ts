import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import PostalMime from 'postal-mime'

import { sendMails } from '../../src/operations/sendMails'
import { startTestApp, type TestApp } from '../support/startTestApp'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

describe('hostEmail without SMTP_URL', () => {
  it('keeps each mail in a file that mail programs open, and prints its path once', async () => {
    const printed = jest.spyOn(app.payload.logger, 'info').mockImplementation(() => {})
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
