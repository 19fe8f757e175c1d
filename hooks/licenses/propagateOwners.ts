import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '../../src/domain/idOf'
import { reassignAlerts, type LicenseOwners } from '../../src/operations/alerts/reassignAlerts'
import { reassignDeployments } from '../../src/operations/deployments/reassignDeployments'
import type { License } from '../../src/payload-types'

const ownersOf = (license: Partial<License> | undefined): LicenseOwners => ({
  customer: idOf(license?.customer),
  partner: idOf(license?.partner),
  salesRep: idOf(license?.salesRep),
})

/** What waits for somebody at a license goes with it to whom the license is given. */
export const propagateOwners: CollectionAfterChangeHook<License> = async ({
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
    await reassignAlerts(req, doc.id, now)
    await reassignDeployments(req, doc.id, now, new Date())
  }
  return doc
}
