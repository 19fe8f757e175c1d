import {
  createLocalReq,
  type BasePayload,
  type Config,
  type PayloadEmailAdapter as EmailAdapter,
  type SendEmailOptions,
} from 'payload'

import { enqueueMails } from '../operations/enqueueMail'
import { followTransactions } from './followTransactions'
import { toNewMail } from './toNewMail'

/** The host's own adapter, which brings a mail out of the house. */
export type Carrier = ReturnType<EmailAdapter>

/**
 * Puts a queue before the host's e-mail adapter: whatever is sent with `payload.sendEmail`, by
 * Payload itself as well, is kept in the database, and a worker hands it to the adapter.
 */
export const queuedEmail = (email: Config['email']): Promise<EmailAdapter> | EmailAdapter =>
  email instanceof Promise ? email.then(queueBefore) : queueBefore(email ?? logOnly)

/** @throws Error when another plugin has put an adapter of its own in the place of the queue */
export const carrierOf = ({ email }: Pick<BasePayload, 'email'>): Carrier => {
  const { carrier } = email as { carrier?: Carrier }
  if (!carrier)
    throw new Error('payload-channel: the e-mail queue was replaced by another adapter.')
  return carrier
}

const queueBefore =
  (adapter: EmailAdapter): EmailAdapter =>
  ({ payload }) => {
    const carrier = adapter({ payload })
    const openTransaction = followTransactions(payload.db)
    const sendEmail = async (message: SendEmailOptions): Promise<void> => {
      const [transactionID, mail, req] = await Promise.all([
        openTransaction(),
        toNewMail(message),
        createLocalReq({}, payload),
      ])
      await enqueueMails(Object.assign(req, { transactionID }), [mail], new Date())
    }
    const { defaultFromAddress, defaultFromName, name } = carrier
    return Object.assign(
      { defaultFromAddress, defaultFromName, name: `queued ${name}`, sendEmail },
      { carrier },
    )
  }

/** Without an adapter of the host: says what would be sent, as Payload does, but for its text. */
const logOnly: EmailAdapter = ({ payload }) => ({
  name: 'log',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'payload-channel',
  sendEmail: async ({ subject, to }) =>
    payload.logger.warn(`No e-mail adapter: "${subject}" to ${String(to)} was not sent.`),
})
