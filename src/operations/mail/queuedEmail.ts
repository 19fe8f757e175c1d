import {
  createLocalReq,
  type BasePayload,
  type Config,
  type PayloadEmailAdapter as EmailAdapter,
  type SendEmailOptions,
} from 'payload'

import { channelOf } from '../../channel'
import { enqueueMails } from './enqueueMail'
import { followTransactions } from './followTransactions'
import { toNewMail } from './toNewMail'

/** The host's own adapter, which brings a mail out of the house. */
export type Carrier = ReturnType<EmailAdapter>

const NONE = 'none'

/**
 * Puts a queue before the host's e-mail adapter: whatever is sent with `payload.sendEmail`, by
 * Payload itself as well, is kept in the database, and a worker hands it to the adapter.
 */
export const queuedEmail = (email: Config['email']): Promise<EmailAdapter> | EmailAdapter =>
  email instanceof Promise ? email.then(queueBefore) : queueBefore(email ?? none)

/**
 * What brings the queued mails out of the house; `null` where the host has no adapter.
 * @throws Error when another plugin has put an adapter of its own in the place of the queue
 */
export const carrierOf = (payload: Pick<BasePayload, 'config' | 'email'>): Carrier | null => {
  const { carrier } = payload.email as { carrier?: Carrier }
  if (carrier) return carrier.name === NONE ? null : carrier
  if (channelOf(payload).options.mails.queueAll)
    throw new Error('payload-channel: the e-mail queue was replaced by another adapter.')
  return payload.config.email ? payload.email : null
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

/** Without an adapter of the host mails wait in the queue until there is one. */
const none: EmailAdapter = () => ({
  name: NONE,
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'payload-channel',
  sendEmail: () => Promise.reject(new Error('There is no e-mail adapter.')),
})
