import { rm } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, type Config, type SendEmailOptions } from 'payload'

import type { ChannelPluginOptions } from '../../src/index'
import { enqueueMails } from '../../src/operations/mail/enqueueMail'
import { sendMails } from '../../src/operations/mail/sendMails'
import { allOf } from '../support/proveWhole'
import { newDirectory, startGuest } from './startGuest'

const START = new Date()
const later = new Date(START.getTime() + 3_600_000)

let directory: string
const carried: string[] = []

const email: Config['email'] = () => ({
  name: 'host',
  defaultFromAddress: 'host@host.test',
  defaultFromName: 'Host',
  sendEmail: async ({ subject }: SendEmailOptions) => void carried.push(String(subject)),
})

/** One mail of the plugin and one of the host, in an app that is stopped afterwards. */
const write = async (subject: string, config: Partial<Config>, options?: ChannelPluginOptions) => {
  const { payload, stop } = await startGuest({ directory, config, options })
  const ours = { key: subject, to: 'a@b.test', subject: `channel ${subject}`, text: 'x' }
  await enqueueMails(await createLocalReq({}, payload), [ours], START)
  await payload.sendEmail({ to: 'a@b.test', subject: `host ${subject}`, text: 'x' })
  const direct = carried.splice(0)
  await sendMails(payload, new Date())
  const sent = carried.splice(0).sort()
  const queue = await allOf(payload, 'mails')
  await stop()
  return { direct, sent, queue: queue.map((mail) => ({ ...mail, subject: mail.mailSubject })) }
}

beforeAll(async () => {
  directory = await newDirectory()
})
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('mails in a host', () => {
  it('are held, and say why, while the host has no adapter, and go once it has one', async () => {
    const { direct, queue, sent } = await write('held', {})
    expect([direct, sent]).toEqual([[], []])
    // The host's own are what they were: Payload tells the console.
    expect(queue).toMatchObject([{ subject: 'channel held', status: 'queued', sentAt: null }])
    expect(queue[0].lastError).toContain('no e-mail adapter')
    const { payload, stop } = await startGuest({ directory, config: { email } })
    await sendMails(payload, later)
    expect(carried.splice(0)).toEqual(['channel held'])
    expect(await allOf(payload, 'mails')).toMatchObject([{ status: 'sent', lastError: null }])
    await stop()
  })

  it('go at once where they are the host’s, and wait for a worker where they are ours', async () => {
    const { direct, queue, sent } = await write('own', { email })
    expect(direct).toEqual(['host own'])
    expect(sent).toEqual(['channel own'])
    expect(queue.map(({ subject }) => subject)).not.toContain('host own')
  })

  it('all wait for a worker where the option says so', async () => {
    const { direct, sent } = await write('all', { email }, { mails: { queueAll: true } })
    expect(direct).toEqual([])
    expect(sent).toEqual(['channel all', 'host all'])
  })

  it('all are held where the option says so and there is no adapter', async () => {
    const { direct, queue, sent } = await write('none', {}, { mails: { queueAll: true } })
    expect([direct, sent]).toEqual([[], []])
    expect(queue.filter(({ status }) => status === 'queued')).toHaveLength(2)
  })
})
