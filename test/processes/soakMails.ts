import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import { SMTPServer } from 'smtp-server'

import type { Audit, Remark } from '../../src/integrity/audit'
import { pagesOf } from '../../src/integrity/pagesOf'

type Caught = { times: number; to: string }

export type MailCatcher = {
  /** For SMTP_URL. */
  url: string
  /** How many mails came, doubles included. */
  count: () => number
  /** What came against what the database says was sent. */
  compare: (audit: Audit) => Promise<{ remarks: Remark[]; doubles: number }>
  stop: () => Promise<void>
}

/**
 * A mail server on the loopback interface that bears senders which are killed in the middle of a
 * mail. Keeps the Message-ID alone, so that a long run takes little memory.
 */
export const startMailCatcher = async (): Promise<MailCatcher> => {
  const caught = new Map<string, Caught>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, callback) => {
      const take = (raw: Buffer) => {
        const [, id = 'none'] = /^message-id:\s*(<[^>]+>)/im.exec(raw.toString('utf8')) ?? []
        const to = envelope.rcptTo.map(({ address }) => address).join(', ')
        caught.set(id, { times: (caught.get(id)?.times ?? 0) + 1, to })
        callback()
      }
      buffer(stream).then(take, callback)
    },
  })
  // A connection that broke off; the mail was not taken, and its sender knows.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const count = () => [...caught.values()].reduce((sum, { times }) => sum + times, 0)
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    count,
    compare: async (audit) => ({
      remarks: await remarksOn(audit, caught),
      doubles: count() - caught.size,
    }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** As the worker makes it, from the mail's key. */
const messageIdOf = (key: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@localhost>`

const remarksOn = async (audit: Audit, caught: Map<string, Caught>): Promise<Remark[]> => {
  const unknown = new Map(caught)
  const remarks: Remark[] = []
  for await (const mails of pagesOf(audit, 'mails'))
    for (const { id, key, status, to } of mails) {
      const got = caught.get(messageIdOf(String(key)))
      unknown.delete(messageIdOf(String(key)))
      if (status === 'sent' && !got) remarks.push({ id, message: 'It was sent and never came.' })
      if (got && got.to !== to) remarks.push({ id, message: `It came to ${got.to}.` })
    }
  for (const [id, { to }] of unknown)
    remarks.push({ id, message: `A mail to ${to} came that no row knows of.` })
  return remarks
}
