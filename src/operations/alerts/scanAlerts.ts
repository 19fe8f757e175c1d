import { createLocalReq, type BasePayload, type PayloadRequest, type Where } from 'payload'

import { channelOf, slugsOf } from '../../channel'
import { raiseInBulk } from './raiseInBulk'
import { idsOverLimit } from '../usage/idsOverLimit'
import { readRows } from '../../database/readRows'
import { alertRuleOf, expiryBands, type AlertKind } from '../../domain/alerts/alertRules'
import { daysBefore } from '../../domain/time/daysBefore'
import type { License } from '../../payload-types'
import { readProducts, type Products } from './alertFacts'
import { pagesOfRows } from '../records/pagesOfRows'
import type { Progress } from '../queue/heartbeat'
import { raiseAlerts } from './raiseAlerts'
import { licensesOverPeak } from '../usage/usagePeaksOf'

export type ScanResult = { expiring: number; expired: number; over: number; inactive: number }

type Scan = {
  req: PayloadRequest
  products: Products
  now: Date
  looked: (count: number) => Promise<void>
}

/**
 * Raises the alerts that licenses have a cause for by now: expiry, use above a limit, silence. May
 * run anywhere, at any time, as often as it likes.
 * @returns how many of each were raised
 */
export const scanAlerts = async (
  payload: BasePayload,
  now: Date,
  progress?: Pick<Progress, 'report'>,
): Promise<ScanResult> => {
  const req = await createLocalReq({}, payload)
  let done = 0
  const looked = async (count: number) => {
    done += count
    await progress?.report(done)
  }
  const scan = { req, products: await readProducts(req), now, looked }
  const expiry = await scanExpiry(scan)
  const over = await scanOverLimit(scan)
  return { ...expiry, over, inactive: await scanInactive(scan) }
}

/** In the database where it can; `scanExpiryByRule` says the same. */
export const scanExpiry = async (scan: Scan): Promise<Pick<ScanResult, 'expired' | 'expiring'>> => {
  const { now, products, req } = scan
  const raised = { expiring: 0, expired: 0 }
  const { alerts: settings } = channelOf(req.payload).options
  const bands = expiryBands([...products.values()], settings, now)
  for (const kind of ['expiring', 'expired'] as const) {
    const count = await raiseInBulk(
      req,
      bands.filter((band) => band.kind === kind),
      now,
    )
    if (count === null) return scanExpiryByRule(scan)
    raised[kind] = count
    await scan.looked(count)
  }
  return raised
}

/** License by license, by the rules themselves. */
export const scanExpiryByRule = async (
  scan: Scan,
): Promise<Pick<ScanResult, 'expired' | 'expiring'>> => {
  const { now } = scan
  const soon: Where = { expiresAt: { greater_than: now.toISOString() } }
  const past: Where = { expiresAt: { less_than_equal: now.toISOString() } }
  return {
    expiring: await scanPages(scan, 'expiring', soon),
    expired: await scanPages(scan, 'expired', past),
  }
}

const scanInactive = (scan: Scan): Promise<number> => {
  const { inactiveDays } = channelOf(scan.req.payload).options.alerts
  const cut = daysBefore(scan.now, inactiveDays).toISOString()
  return scanPages(scan, 'inactive', {
    or: [
      { 'usage.reportedAt': { less_than_equal: cut } },
      {
        and: [{ 'usage.reportedAt': { exists: false } }, { deployedAt: { less_than_equal: cut } }],
      },
    ],
  })
}

const scanPages = async (scan: Scan, kind: AlertKind, where: Where): Promise<number> => {
  const { now, products, req } = scan
  const states = { state: { in: alertRuleOf(kind).states } }
  let raised = 0
  const pages = pagesOfRows<License>(
    req,
    slugsOf(req.payload).licenses,
    { and: [states, where] },
    'licenseId',
  )
  for await (const licenses of pages) {
    raised += await raiseAlerts(req, kind, licenses, products, now)
    await scan.looked(licenses.length)
  }
  return raised
}

const AT_ONCE = 500

const scanOverLimit = async ({ looked, now, products, req }: Scan): Promise<number> => {
  const { states } = alertRuleOf('over_users')
  const latest = await idsOverLimit(req, states)
  const ids = [...new Set([...latest, ...(await licensesOverPeak(req, states, now))])]
  let raised = 0
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const where = { id: { in: ids.slice(start, start + AT_ONCE) } }
    const licenses = await readRows<License>(req, slugsOf(req.payload).licenses, where)
    for (const kind of ['over_workspaces', 'over_users'] as const)
      raised += await raiseAlerts(req, kind, licenses, products, now)
    await looked(licenses.length)
  }
  return raised
}
