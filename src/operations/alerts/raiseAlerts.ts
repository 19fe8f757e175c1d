import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertAbsent } from '../../database/insertAbsent'
import { alertRuleOf, causeOf, type AlertKind } from '../../domain/alerts/alertRules'
import type { License } from '../../payload-types'
import { factsFor, type Products } from './alertFacts'
import { alertRow } from './alertRow'
import { reopenAlerts } from './reopenAlerts'

/**
 * Raises the alerts of a kind that some licenses have a cause for, as the system. Each cause has a
 * key that the database takes once: repeated, by two at once, or after a crash, nothing is raised
 * twice. A cause that comes back after its alert was resolved opens that alert again. The log does not have them: an alert is a record of its own, with what caused it.
 * @returns how many were raised
 */
export const raiseAlerts = async (
  req: PayloadRequest,
  kind: AlertKind,
  licenses: License[],
  products: Products,
  now: Date,
): Promise<number> => {
  const factsOf = await factsFor(req, kind, licenses, products, now)
  const rows = licenses.flatMap((license) => {
    const cause = causeOf(kind, license, factsOf(license), now)
    return cause ? [alertRow(req, license, kind, cause, now)] : []
  })
  const raised = new Set(await insertAbsent(req, slugsOf(req.payload).alerts, rows, 'alertKey'))
  if (alertRuleOf(kind).counted) return raised.size
  const known = rows.filter(({ alertKey }) => !raised.has(String(alertKey)))
  return raised.size + (await reopenAlerts(req, known))
}
