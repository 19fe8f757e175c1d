import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer'

/** Longer than a worker takes from one mail to the next. */
const IDLE_MS = 1_000

/** Beside a URL nodemailer reads no other option: all of them go into it, as text. */
const settings = {
  pool: true,
  // A connection that the server closed meanwhile is no reason to wait for the next attempt.
  maxRequeues: 1,
  // Milliseconds; all together less than a worker holds a mail.
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  // A mail must not be able to pick up files of the server, or make it call addresses.
  disableFileAccess: true,
  disableUrlAccess: true,
}

/**
 * Sends through an SMTP server over connections that stay open from mail to mail. With nothing to
 * send they are closed: neither a process that stops nor a server waits for them.
 * @param url `smtp://user:password@host:port` or `smtps://…`
 */
export const pooledTransport = (url: string): Pick<Transporter, 'sendMail'> => {
  const address = new URL(url)
  for (const [name, value] of Object.entries(settings))
    address.searchParams.set(name, String(value))
  let open: Transporter | undefined
  let underWay = 0
  let idle: NodeJS.Timeout | undefined
  const close = () => {
    open?.close()
    open = undefined
  }
  const sendMail = async (mail: SendMailOptions): Promise<unknown> => {
    clearTimeout(idle)
    underWay += 1
    open ??= nodemailer.createTransport(address.href)
    try {
      return await open.sendMail(mail)
    } finally {
      underWay -= 1
      if (underWay === 0) idle = setTimeout(close, IDLE_MS).unref()
    }
  }
  return { sendMail }
}
