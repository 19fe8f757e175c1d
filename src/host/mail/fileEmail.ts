import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import nodemailer from 'nodemailer'
import type { PayloadEmailAdapter as EmailAdapter } from 'payload'

/**
 * Keeps each mail as a file under `<dataDir>/mail`, which every mail program opens. Nothing
 * leaves the machine.
 */
export const fileEmail =
  (dataDir: string, from: { name: string; address: string }): EmailAdapter =>
  ({ payload }) => {
    const composer = nodemailer.createTransport({
      streamTransport: true,
      buffer: true,
      newline: 'windows',
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return {
      name: 'file',
      defaultFromAddress: from.address,
      defaultFromName: from.name,
      sendEmail: async (message) => {
        const { message: content, messageId } = await composer.sendMail({ from, ...message })
        const folder = path.resolve(dataDir, 'mail')
        const file = path.join(folder, fileName(messageId, new Date()))
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(file, content as Buffer, { mode: 0o600 })
        payload.logger.debug(`SMTP_URL is not set. Mail kept in ${file}`)
      },
    }
  }

/** Sorts by time, and two mails of one millisecond differ. */
const fileName = (messageId: string, now: Date): string => {
  const digest = createHash('sha256').update(messageId).digest('hex').slice(0, 12)
  return `${now.toISOString().replaceAll(/[:.]/g, '-')}-${digest}.eml`
}
