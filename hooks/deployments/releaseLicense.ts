import type { CollectionAfterDeleteHook } from 'payload'

import { idOf, type Id } from '../../src/domain/idOf'
import { syncLicenseEngineer } from '../../src/operations/deployments/syncLicenseEngineer'
import type { Deployment } from '../../src/payload-types'
import { deletedDoc } from '../changeLog/rememberDeleted'

/** The license of a deployment that is gone is no longer its engineer's. */
export const releaseLicense: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const gone = deletedDoc(req, collection, id) as Deployment | null
  if (gone)
    await syncLicenseEngineer(req, idOf(gone.license) as Id, idOf(gone.engineer), new Date())
}
