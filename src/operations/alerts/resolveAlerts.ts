import { createLocalReq, type BasePayload, type PayloadRequest, type Where } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { updateWhere } from '../../database/updateWhere'
import { unresolvedStates } from '../../domain/alerts/alertMachine'
import { alertKinds, hasEnded, type AlertKind } from '../../domain/alerts/alertRules'
import { idOf, type Id } from '../../domain/idOf'
import type { Alert, License } from '../../payload-types'
import { factsFor, readProducts, type Products } from './alertFacts'
import type { Progress } from '../queue/heartbeat'
import { pagesOfRows } from '../records/pagesOfRows'

/**
 * Resolves the alerts whose cause is no more: renewed, back within the limits, reporting again, or
 * overtaken by a nearer threshold. Works as the system; may be repeated at will.
 */
export const resolveAlerts = async (
  payload: BasePayload,
  now: Date,
  progress?: Progress,
): Promise<{ resolved: number }> => {
  const req = await createLocalReq({}, payload)
  const products = await readProducts(req)
  const collection = slugsOf(payload).alerts
  const open = { state: { in: unresolvedStates } }
  let looked = 0
  let resolved = 0
  const pages = pagesOfRows<Alert>(req, collection, open, 'alertKey', progress?.cursor)
  for await (const page of pages) {
    resolved += await resolve(req, await endedOf(req, page, products, now), now)
    looked += page.length
    await progress?.report(looked, null, page.at(-1)?.alertKey)
  }
  return { resolved }
}

const endedOf = async (
  req: PayloadRequest,
  alerts: Alert[],
  products: Products,
  now: Date,
): Promise<Id[]> => {
  const ended: Id[] = []
  for (const kind of alertKinds)
    ended.push(
      ...(await endedOfKind(
        req,
        kind,
        alerts.filter((one) => one.kind === kind),
        products,
        now,
      )),
    )
  return ended
}

const endedOfKind = async (
  req: PayloadRequest,
  kind: AlertKind,
  alerts: Alert[],
  products: Products,
  now: Date,
): Promise<Id[]> => {
  if (alerts.length === 0) return []
  const ids = [...new Set(alerts.map(({ license }) => idOf(license) as Id))]
  const collection = slugsOf(req.payload).licenses
  const licenses = await readRows<License>(req, collection, { id: { in: ids } })
  const factsOf = await factsFor(req, kind, licenses, products, now)
  const byId = new Map(licenses.map((license) => [license.id as Id, license]))
  return alerts
    .filter((alert) => {
      const license = byId.get(idOf(alert.license) as Id)
      return !license || hasEnded(alert, license, factsOf(license), now)
    })
    .map(({ id }) => id)
}

const resolve = async (req: PayloadRequest, ids: Id[], now: Date): Promise<number> => {
  if (ids.length === 0) return 0
  const collection = slugsOf(req.payload).alerts
  const at = now.toISOString()
  const where: Where = { and: [{ id: { in: ids } }, { state: { in: unresolvedStates } }] }
  const data = { state: 'resolved', handledAt: at, snoozedUntil: null, updatedAt: at }
  return (await updateWhere(req, collection, where, data)) ?? ids.length
}
