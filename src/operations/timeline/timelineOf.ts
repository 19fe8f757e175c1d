import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { accessOf } from '../../../access/can'
import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { idOf, type Id } from '../../domain/idOf'
import { licenseTimeline, type LicenseHistory } from '../../domain/timeline/licenseTimeline'
import type { LoggedChange } from '../../domain/timeline/timelineChanges'
import type { TimelineEvent } from '../../domain/timeline/timelineView'
import { mergeDays } from '../../domain/usage/usage'
import type { ChangeLog, Deployment, License, Product, UsageDay } from '../../payload-types'
import { requireActionOn } from '../access/requireActionOn'

/**
 * Everything that happened to a license, as far as the caller may know of it, in order.
 * @param id the document's ID or the license ID
 * @throws UNAUTHENTICATED, NOT_FOUND
 */
export const timelineOf = async (
  req: PayloadRequest,
  id: string,
  now: Date,
): Promise<TimelineEvent[]> => {
  const license = await requireActionOn(req, 'licenses', id, 'read')
  const slugs = slugsOf(req.payload)
  const own: Where = { license: { equals: license.id } }
  const [first] = await readable<{ reportedAt: string }>(
    req,
    slugs.usageReports,
    own,
    'reportedAt',
    1,
  )
  const purchases = await readable<LicenseHistory['purchases'][number]>(
    req,
    slugs.purchases,
    own,
    'sequence',
  )
  const history = {
    license: { createdAt: license.createdAt, expiresAt: license.expiresAt },
    order: await orderOf(req, license),
    purchases,
    products: await namesOf(req, purchases),
    deployments: await deploymentsOf(req, own),
    usageDays: mergeDays(await readable<UsageDay>(req, slugs.usageDays, own, 'day')),
    firstReportAt: first?.reportedAt ?? null,
    alerts: await readable(req, slugs.alerts, own, 'raisedAt'),
    changes: await changesOf(req, license),
  } as LicenseHistory
  return licenseTimeline(history, now)
}

const orderOf = async (req: PayloadRequest, license: License): Promise<LicenseHistory['order']> => {
  const id = idOf(license.order)
  if (id === null) return null
  const where = { id: { equals: id } }
  const [order] = await readable<NonNullable<LicenseHistory['order']>>(
    req,
    slugsOf(req.payload).orders,
    where,
  )
  return order ?? null
}

/** With the log of those that have failed, read as the system: the last reason is the reader's too. */
const deploymentsOf = async (
  req: PayloadRequest,
  own: Where,
): Promise<LicenseHistory['deployments']> => {
  const { changeLogs, deployments } = slugsOf(req.payload)
  const found = await readable<Deployment>(req, deployments, own, 'createdAt')
  const failed = found.filter(({ failures }) => failures).map(({ id }) => String(id))
  const where = { subject: { equals: deployments }, documentId: { in: failed } }
  const entries =
    failed.length > 0 ? await readRows<ChangeLog>(req, changeLogs, where, { sort: 'sequence' }) : []
  return found.map((one) => ({
    ...one,
    log: entries.filter(({ documentId }) => documentId === String(one.id)) as LoggedChange[],
  }))
}

/** What the caller may read; nothing where its role has no grant. */
const readable = async <T>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  sort?: string,
  limit = 0,
): Promise<T[]> => {
  const { docs } = await req.payload.find({
    collection,
    where,
    sort,
    limit,
    pagination: false,
    depth: 0,
    joins: false as never,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return docs as T[]
}

/** The names of what was bought; read as the system, retired products too. */
const namesOf = async (
  req: PayloadRequest,
  purchases: LicenseHistory['purchases'],
): Promise<Map<Id, string>> => {
  const ids = [...new Set(purchases.map(({ product }) => idOf(product)))]
  const named = await readRows<Product>(req, slugsOf(req.payload).products, { id: { in: ids } })
  return new Map(named.map(({ id, name }) => [id, name]))
}

/**
 * The license's entries in the change log, read as the system: whoever sees a license may know how
 * its state came about; the rest of the log is for those who may read it.
 */
const changesOf = async (req: PayloadRequest, license: License): Promise<LoggedChange[]> => {
  const { changeLogs, licenses } = slugsOf(req.payload)
  const where = { subject: { equals: licenses }, documentId: { equals: String(license.id) } }
  const entries = await readRows<ChangeLog>(req, changeLogs, where, { sort: 'sequence' })
  const mayReadLog = Boolean(accessOf(req, 'changeLogs', 'read'))
  // Who may not see the reason on the license is not told it here.
  const shown = ['state', ...('stateReason' in license ? ['stateReason'] : [])]
  return entries.map(({ action, at, changes }) => ({
    at,
    action,
    changes: Object.fromEntries(
      Object.entries((changes ?? {}) as LoggedChange['changes']).filter(
        ([field]) => mayReadLog || shown.includes(field),
      ),
    ),
  }))
}
