import type { PayloadRequest } from 'payload'

import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import { alertPhrase } from '../../domain/alerts/alertPhrase'
import { alertKeyOf, type AlertKind, type Cause } from '../../domain/alerts/alertRules'
import { idOf } from '../../domain/idOf'
import type { License } from '../../payload-types'

/** The alert that a cause raises on a license. */
export const alertRow = (
  { payload }: PayloadRequest,
  license: License,
  kind: AlertKind,
  { figures, key, severity, thresholdDays }: Cause,
  now: Date,
): NewRow => {
  const at = now.toISOString()
  return {
    id: newId(payload),
    title: `${license.licenseId} ${alertPhrase({ kind, figures, thresholdDays }, 'en')}`,
    kind,
    severity,
    state: 'open',
    license: license.id,
    thresholdDays: thresholdDays ?? null,
    figures,
    raisedAt: at,
    openedAt: at,
    customer: idOf(license.customer),
    partner: idOf(license.partner),
    salesRep: idOf(license.salesRep),
    alertKey: alertKeyOf(license, kind, key),
    createdAt: at,
    updatedAt: at,
  }
}
