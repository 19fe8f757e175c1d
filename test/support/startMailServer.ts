import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = Email & { recipients: string[] }

export type MailServer = {
  /** For SMTP_URL. */
  url: string
  port: number
  received: ReceivedMail[]
  /** Resolves when so many mails are in `received`. */
  arrived: (count: number) => Promise<void>
  /** How many connections there were. */
  connections: number
  /** What the server answers instead of taking a mail; `null` = it takes mails. */
  refusal: null | { code: number; message: string; subject?: string }
  stop: () => Promise<void>
}

/** A real SMTP server on the loopback interface, on a free port or the given one. */
export const startMailServer = async (port = 0): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  const taken = new EventEmitter()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, callback) => {
      mailServer.connections += 1
      callback()
    },
    onData: (stream, session, callback) => {
      const take = async (raw: Buffer) => {
        const { refusal } = mailServer
        const mail = await PostalMime.parse(raw)
        if (refusal && (refusal.subject ?? mail.subject) === mail.subject)
          return callback(Object.assign(new Error(refusal.message), { responseCode: refusal.code }))
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ ...mail, recipients })
        taken.emit('mail')
        callback()
      }
      buffer(stream).then(take).catch(callback)
    },
  })
  // A connection that broke off, as of a sender that was killed; the mail was not taken.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address() as AddressInfo
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    arrived: async (count) => {
      while (received.length < count) await once(taken, 'mail')
    },
    connections: 0,
    refusal: null,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
  return mailServer
}
