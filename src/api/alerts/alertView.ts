import { z } from 'zod'

import { alertKinds } from '../../domain/alerts/alertRules'
import { alertStates } from '../../domain/alerts/alertMachine'
import {
  defineView,
  idField,
  instantField,
  linkField,
  oneOf,
  requiredInstant,
  requiredText,
  told,
  wholeField,
} from '../defineView'

/** An alert on the wire; links as IDs, instants in UTC. */
export const alertView = defineView('Alert', {
  id: idField,
  title: requiredText,
  kind: oneOf(alertKinds),
  severity: oneOf(['info', 'warning', 'critical']),
  state: oneOf(alertStates),
  license: linkField,
  customer: linkField,
  partner: linkField,
  salesRep: linkField,
  thresholdDays: told(wholeField, 'Days before the expiry'),
  figures: {
    schema: z.record(z.string(), z.unknown()).nullable().describe('What the alert was raised for'),
    read: (value: unknown) => (value as null | Record<string, unknown>) ?? null,
  },
  raisedAt: requiredInstant,
  snoozedUntil: instantField,
  handledAt: instantField,
  handledBy: linkField,
})
