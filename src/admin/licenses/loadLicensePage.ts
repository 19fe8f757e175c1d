import type { PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import { channelOf } from '../../channel'
import {
  licenseActions,
  licenseMachine,
  type LicenseState,
} from '../../domain/licenses/licenseMachine'
import type { LicenseType } from '../../domain/products/licenseTypes'
import { replayPurchases } from '../../domain/purchases/purchases'
import type { License, Purchase } from '../../payload-types'
import { findAsCaller } from '../../operations/records/findAsCaller'
import { doableLicenseTasks, type LicenseTask } from './licenseTasks'
import type { LicenseTerms } from './purchaseDraft'

export type Named = { id: string; name: string }

/** What the page of a license shows besides what it loads itself; plain values, for the browser. */
export type LicensePage = {
  id: string
  licenseId: string
  state: LicenseState
  stateReason: null | string
  productType: string
  licenseType: LicenseType
  product: Named | null
  customer: Named | null
  partner: Named | null
  salesRep: Named | null
  engineer: Named | null
  order: Named | null
  seats: number
  limits: { workspaces: number; users: number }
  usage: { workspaces: number; users: number; reportedAt: string } | null
  createdAt: string
  startsAt: null | string
  expiresAt: null | string
  deployedAt: null | string
  usageKeyAt: null | string
  /** What its purchases amount to, for those who may record another. */
  terms: LicenseTerms | null
  /** What the state and the reader's grants allow. */
  tasks: LicenseTask[]
}

/** Reads a license with the names of what it is linked to as the caller; what is hidden is `null`. */
export const loadLicensePage = async (
  req: PayloadRequest,
  id: number | string,
): Promise<LicensePage | null> => {
  const { licenses } = channelOf(req.payload).options.slugs
  const where = { id: { equals: id } }
  const { docs } = await findAsCaller<License>(req, licenses, { where, limit: 1, depth: 1 })
  const [license] = docs
  if (!license) return null
  const tasks = tasksFor(req, license)
  const terms = tasks.includes('purchase') ? await termsOf(req, license) : null
  return { ...viewOf(license), tasks, terms }
}

const tasksFor = (req: PayloadRequest, license: License): LicenseTask[] => {
  const moves = licenseActions.filter(
    (action) =>
      licenseMachine.actions(license.state).includes(action) && accessOf(req, 'licenses', action),
  )
  const granted = doableLicenseTasks.filter(({ action, resource }) =>
    accessOf(req, resource, action),
  )
  const alive = license.state !== 'terminated'
  return [
    ...granted.filter(({ whenTerminated }) => alive || whenTerminated).map(({ task }) => task),
    ...moves,
  ]
}

/** From the ledger, since the day that anniversaries go by is written nowhere else. */
const termsOf = async (req: PayloadRequest, license: License): Promise<LicenseTerms | null> => {
  const { purchases } = channelOf(req.payload).options.slugs
  const where = { license: { equals: license.id } }
  const { docs } = await findAsCaller<Purchase>(req, purchases, { where, sort: 'sequence' })
  if (docs[0]?.type !== 'new' || !license.startsAt) return null
  return { seats: license.seats, terms: replayPurchases(license.startsAt, docs) }
}

const namedBy =
  <Doc extends { id: number | string }>(title: (doc: Doc) => null | string | undefined) =>
  (link: Doc | null | number | string | undefined): Named | null =>
    typeof link === 'object' && link !== null
      ? { id: String(link.id), name: title(link) || String(link.id) }
      : null

const named = namedBy<{ id: number | string; name: string }>(({ name }) => name)
const numbered = namedBy<{ id: number | string; orderNumber?: null | string }>(
  ({ orderNumber }) => orderNumber,
)

const viewOf = (license: License): Omit<LicensePage, 'tasks' | 'terms'> => ({
  id: String(license.id),
  licenseId: license.licenseId ?? String(license.id),
  state: license.state,
  stateReason: license.stateReason ?? null,
  productType: license.productType ?? '',
  licenseType: license.licenseType,
  product: named(license.product),
  customer: named(license.customer),
  partner: named(license.partner),
  salesRep: named(license.salesRep),
  engineer: named(license.engineer),
  order: numbered(license.order),
  seats: license.seats,
  limits: license.limits,
  usage: usageOf(license),
  createdAt: license.createdAt,
  startsAt: license.startsAt ?? null,
  expiresAt: license.expiresAt ?? null,
  deployedAt: license.deployedAt ?? null,
  usageKeyAt: license.usageKeyAt ?? null,
})

const usageOf = ({ usage }: License): LicensePage['usage'] =>
  usage?.reportedAt
    ? {
        workspaces: usage.workspaces ?? 0,
        users: usage.users ?? 0,
        reportedAt: usage.reportedAt,
      }
    : null
