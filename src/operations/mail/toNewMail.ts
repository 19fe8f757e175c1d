import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import type { SendEmailOptions } from 'payload'

import type { NewMail } from './enqueueMail'
import { textOfHtml } from './textOfHtml'

type Body = SendEmailOptions['html']
type Attachments = NonNullable<SendEmailOptions['attachments']>
type Recipients = SendEmailOptions['to']

/**
 * A mail as a host or Payload itself sends it, in the form that the queue keeps. Such a mail may
 * hold a secret (Payload's reset links do), so all of them count as confidential.
 */
export const toNewMail = async (message: SendEmailOptions): Promise<NewMail> => {
  const { attachments, html, subject, text, to, ...rest } = message
  const markup = await bodyOf(html)
  const options = {
    ...rest,
    ...(attachments && { attachments: await Promise.all(attachments.map(storable)) }),
  }
  return {
    key: `message:${randomUUID()}`,
    to: addressesOf(to),
    subject: subject ?? '',
    html: markup,
    text: (await bodyOf(text)) ?? (markup === null ? null : textOfHtml(markup)),
    confidential: true,
    options: JSON.parse(JSON.stringify(options)),
  }
}

const addressesOf = (to: Recipients): string =>
  [to ?? []]
    .flat()
    .map((one) => (typeof one === 'string' ? one : named(one)))
    .join(', ')

const named = ({ address, name }: { address: string; name?: string }): string =>
  name ? `"${name.replace(/["\\\p{Cc}]/gu, '')}" <${address}>` : address

const bodyOf = async (body: Body): Promise<null | string> => {
  if (body === undefined || body === null || typeof body === 'string') return body ?? null
  const bytes = await bytesOf('content' in body ? body.content : body)
  if (!bytes) throw new TypeError('The text of a mail must be a string, bytes or a stream.')
  return bytes.toString('utf8')
}

/** Bytes and streams do not survive JSON: they are kept as Base64. Paths stay paths. */
const storable = async (attachment: Attachments[number]): Promise<object> => {
  const bytes = typeof attachment.content === 'string' ? null : await bytesOf(attachment.content)
  return bytes
    ? { ...attachment, content: bytes.toString('base64'), encoding: 'base64' }
    : attachment
}

const bytesOf = async (content: unknown): Promise<Buffer | null> => {
  if (typeof content === 'string') return Buffer.from(content)
  if (content instanceof Uint8Array) return Buffer.from(content)
  return content instanceof Readable ? buffer(content) : null
}
