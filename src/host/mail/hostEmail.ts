import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { PayloadEmailAdapter as EmailAdapter } from 'payload'

import type { Environment } from '../environment'
import { fileEmail } from './fileEmail'
import { pooledTransport } from './pooledTransport'

/** The host app's mail: through the server at SMTP_URL, or into files where there is none. */
export const hostEmail = ({
  dataDir,
  mailFrom,
  smtpUrl,
}: Pick<Environment, 'dataDir' | 'mailFrom' | 'smtpUrl'>): Promise<EmailAdapter> | EmailAdapter => {
  const from = senderOf(mailFrom)
  if (!smtpUrl) return fileEmail(dataDir, from)
  return nodemailerAdapter({
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    // Whether the server is there shows with the first mail; a start does not wait for it.
    skipVerify: true,
    // The adapter asks it for nothing but to send.
    transport: pooledTransport(smtpUrl) as never,
  })
}

/** `Sales <sales@example.com>`, or the address alone. */
const senderOf = (from: string): { name: string; address: string } => {
  const [, name, address] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? []
  return { name: name || 'payload-channel', address: (address ?? from).trim() }
}
