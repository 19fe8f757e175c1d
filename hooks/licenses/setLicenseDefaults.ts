import type { CollectionBeforeValidateHook } from 'payload'

import { licenseDefaults } from '../../src/operations/licenses/licenseDefaults'

/** ID, key and snapshot of the product for a license that is created by hand. */
export const setLicenseDefaults: CollectionBeforeValidateHook = async ({ data, operation, req }) =>
  operation === 'create' && data
    ? { ...data, ...(await licenseDefaults(req, data, new Date())) }
    : data
