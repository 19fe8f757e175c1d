import type { Endpoint } from 'payload'
import { z } from 'zod'

import { alertActions, type AlertAction } from '../../src/domain/alerts/alertMachine'
import { alertView } from '../../src/api/alerts/alertView'
import { DAY_MS } from '../../src/domain/time/daysBefore'
import { ChannelError } from '../../src/domain/errors'
import { id } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { handleAlert } from '../../src/operations/alerts/handleAlert'

const summaries: Record<AlertAction, string> = {
  acknowledge: 'Acknowledge an alert: somebody takes care of it',
  snooze: 'Put an alert off until an instant; it opens again by itself then',
  reopen: 'Open an acknowledged or snoozed alert again',
}

const MAX_SNOOZE_DAYS = 366

const none = z.strictObject({})
const snoozed = z.strictObject({
  until: z.iso.datetime({ offset: true }).describe('In the future, a year ahead at most.'),
})

/** @throws INVALID_INPUT naming `until` */
const instantOf = (until: string | undefined, now: Date): Date | undefined => {
  if (until === undefined) return undefined
  const at = new Date(until)
  const ahead = at.getTime() - now.getTime()
  const refuse = (message: string) => new ChannelError('INVALID_INPUT', { path: 'until', message })
  if (ahead <= 0) throw refuse('This is past already.')
  if (ahead > MAX_SNOOZE_DAYS * DAY_MS) throw refuse('A year ahead at most.')
  return at
}

/** One route for each thing that a person may do with an alert. */
export const alertActionEndpoints: Endpoint[] = alertActions.map((action) =>
  defineEndpoint({
    method: 'post',
    path: `/v1/alerts/:id/${action}`,
    tag: 'Alerts',
    summary: summaries[action],
    caller: 'user',
    params: z.object({ id }),
    body: action === 'snooze' ? snoozed : none,
    response: z.object({ alert: alertView.schema }),
    errors: ['INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'ALERT_STATE_CONFLICT'],
    handler: async ({ req, params, body, now }) => {
      const until = instantOf('until' in body ? body.until : undefined, now)
      const alert = await handleAlert(req, { id: params.id, action, until }, now)
      return { body: { alert: alertView.view(alert) } }
    },
  }),
)
