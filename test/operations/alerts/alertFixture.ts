import type { Payload } from 'payload'

import { newId } from '../../../src/database/newId'
import { insertRows } from '../../../src/database/insertRows'
import type { NewRow } from '../../../src/database/newRow'
import { createLocalReq } from 'payload'
import type { Company } from '../../support/fixtures'

export const NOW = new Date('2026-03-01T08:00:00.000Z')
export const DAY = 86_400_000
export const inDays = (days: number, from = NOW) => new Date(from.getTime() + days * DAY)
export const iso = (days: number) => inDays(days).toISOString()

let number = 0

/** A license as it is stored, of Alpha's customer Acme. */
export const licenseRow = (
  { ids, payload }: Pick<Company, 'ids' | 'payload'>,
  changes: object = {},
): NewRow => {
  number += 1
  return {
    id: newId(payload),
    licenseId: `ENT-202603-${String(number).padStart(6, '0')}`,
    state: 'in_use',
    product: ids.suite,
    productType: 'enterprise',
    licenseType: 'subscription',
    customer: ids.acme,
    partner: ids.alpha,
    salesRep: null,
    seats: 1,
    limits: { workspaces: 10, users: 100 },
    startsAt: iso(-300),
    expiresAt: iso(400),
    deployedAt: iso(-200),
    usage: { workspaces: 5, users: 50, reportedAt: iso(-1) },
    revision: 0,
    issueKey: `test:${number}`,
    createdAt: iso(-300),
    updatedAt: iso(-300),
    ...changes,
  }
}

/** Licenses written beside every hook, which decide about dates of their own. */
export const addLicenses = async (
  company: Pick<Company, 'ids' | 'payload'>,
  ...changes: object[]
): Promise<string[]> => {
  const req = await createLocalReq({}, company.payload)
  const rows = changes.map((one) => licenseRow(company, one))
  const written = await insertRows(req, 'licenses', rows)
  return written.map(({ id }) => String(id))
}

export const alertsOf = async (payload: Payload, where: object = {}) =>
  (
    await payload.find({
      collection: 'alerts',
      where: where as never,
      sort: 'alertKey',
      pagination: false,
      depth: 0,
      joins: false as never,
    })
  ).docs

/** `expiring open 30`: what a test says of an alert. */
export const summaryOf = async (payload: Payload, license: string): Promise<string[]> =>
  (await alertsOf(payload, { license: { equals: license } })).map(
    ({ kind, state, thresholdDays }) =>
      [kind, state, thresholdDays].filter((word) => word !== null && word !== undefined).join(' '),
  )
