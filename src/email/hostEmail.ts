import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import nodemailer from 'nodemailer'
import type { PayloadEmailAdapter as EmailAdapter } from 'payload'

import type { Environment } from '../environment'
import { fileEmail } from './fileEmail'

/** Milliseconds; all together less than a worker holds a mail. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** The host app's mail: through the server at SMTP_URL, or into files where there is none. */
export const hostEmail = ({
  dataDir,
  mailFrom,
  smtpUrl,
}: Pick<Environment, 'dataDir' | 'mailFrom' | 'smtpUrl'>): Promise<EmailAdapter> | EmailAdapter => {
  const from = senderOf(mailFrom)
  if (!smtpUrl) return fileEmail(dataDir, from)
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    ...timeouts,
    // A mail must not be able to pick up files of the server, or make it call addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return nodemailerAdapter({
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    // Whether the server is there shows with the first mail; a start does not wait for it.
    skipVerify: true,
    transport,
  })
}

/** `Sales <sales@example.com>`, or the address alone. */
const senderOf = (from: string): { name: string; address: string } => {
  const [, name, address] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? []
  return { name: name || 'payload-channel', address: (address ?? from).trim() }
}
