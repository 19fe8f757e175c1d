import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { alertMachine, type AlertAction } from '../../domain/alerts/alertMachine'
import { changesBetween } from '../../domain/records/changes'
import { ChannelError } from '../../domain/errors'
import type { Alert } from '../../payload-types'
import { logChanges } from '../changeLog/logChanges'
import { requireActionOn } from '../access/requireActionOn'

export type Handling = {
  id: string
  action: AlertAction
  /** When a snoozed alert opens again. */
  until?: Date
}

/**
 * Does with an alert what a person decided, as the caller, and logs it.
 * @throws NOT_FOUND, FORBIDDEN; ALERT_STATE_CONFLICT also for the later of two at the same moment
 */
export const handleAlert = async (
  req: PayloadRequest,
  { action, id, until }: Handling,
  now: Date,
): Promise<Alert> => {
  const alert = await requireActionOn(req, 'alerts', id, action)
  const [state] = alertMachine.targets(alert.state, action)
  if (!state) throw new ChannelError('ALERT_STATE_CONFLICT')
  const at = now.toISOString()
  const isHandled = action !== 'reopen'
  const data = {
    state,
    snoozedUntil: until?.toISOString() ?? null,
    handledAt: isHandled ? at : null,
    handledBy: isHandled ? (req.user?.id ?? null) : null,
    ...(!isHandled && { openedAt: at }),
    updatedAt: at,
  }
  const subject = slugsOf(req.payload).alerts
  return inTransaction(req, async () => {
    const handled = await req.payload.db.updateOne({
      collection: subject,
      where: { and: [{ id: { equals: alert.id } }, { state: { equals: alert.state } }] },
      data,
      options: { atomic: true },
      req,
    })
    if (!handled) throw new ChannelError('ALERT_STATE_CONFLICT')
    const after = { ...alert, ...data } as Alert
    const changes = changesBetween(alert as never, after as never)
    await logChanges(req, [{ subject, documentId: alert.id, action, changes }], now)
    return after
  })
}
