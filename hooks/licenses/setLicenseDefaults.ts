import type { CollectionBeforeValidateHook } from 'payload'

import { startLicense } from '../../src/operations/licenses/startLicense'

/** ID, key and snapshot of the product for a license that is created by hand. */
export const setLicenseDefaults: CollectionBeforeValidateHook = async ({ data, operation, req }) =>
  operation === 'create' && data
    ? { ...data, ...(await startLicense(req, data, new Date())) }
    : data
