import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '../../src/domain/idOf'
import { passAlertsOn, type LicenseOwners } from '../../src/operations/alerts/passAlertsOn'
import { passDeploymentsOn } from '../../src/operations/deployments/passDeploymentsOn'
import type { License } from '../../src/payload-types'

const ownersOf = (license: Partial<License> | undefined): LicenseOwners => ({
  customer: idOf(license?.customer),
  partner: idOf(license?.partner),
  salesRep: idOf(license?.salesRep),
})

/** What waits for somebody at a license goes with it to whom the license is given. */
export const followOwners: CollectionAfterChangeHook<License> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const [before, now] = [ownersOf(previousDoc), ownersOf(data)]
  const isGiven = (Object.keys(now) as (keyof LicenseOwners)[]).some(
    (owner) => now[owner] !== before[owner],
  )
  if (operation === 'update' && isGiven) {
    await passAlertsOn(req, doc.id, now)
    await passDeploymentsOn(req, doc.id, now, new Date())
  }
  return doc
}
