import { createLocalReq, type BasePayload, type Where } from 'payload'

import { slugsOf } from '../../channel'
import { alertRuleOf } from '../../domain/alerts/alertRules'
import { daysBefore } from '../../domain/time/daysBefore'
import type { License } from '../../payload-types'
import { JUDGED_WITHIN_DAYS, readProducts } from './alertFacts'
import type { Progress } from '../queue/heartbeat'
import { pagesOfRows } from '../records/pagesOfRows'
import { raiseAlerts } from './raiseAlerts'

/**
 * Judges the newest whole day of each license that reports by the license's own history, and raises
 * an alert where it stands out. Goes on where an attempt before it ended.
 */
export const scanAlertsOfUsage = async (
  payload: BasePayload,
  now: Date,
  progress?: Progress,
): Promise<{ irregular: number }> => {
  const req = await createLocalReq({}, payload)
  const products = await readProducts(req)
  const { states } = alertRuleOf('irregular_usage')
  const since = daysBefore(now, JUDGED_WITHIN_DAYS).toISOString()
  const where: Where = {
    and: [{ state: { in: states } }, { 'usage.reportedAt': { greater_than_equal: since } }],
  }
  let looked = 0
  let irregular = 0
  const { licenses: collection } = slugsOf(payload)
  for await (const page of pagesOfRows<License>(
    req,
    collection,
    where,
    'licenseId',
    progress?.cursor,
  )) {
    irregular += await raiseAlerts(req, 'irregular_usage', page, products, now)
    looked += page.length
    await progress?.report(looked, null, page.at(-1)?.licenseId)
  }
  return { irregular }
}
