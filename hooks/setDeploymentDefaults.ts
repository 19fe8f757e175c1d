import type { CollectionBeforeValidateHook } from 'payload'

import { startDeployment } from '../src/operations/startDeployment'

/** Title, owners and region of a deployment come from its license. */
export const setDeploymentDefaults: CollectionBeforeValidateHook = async ({
  data,
  operation,
  req,
}) => (operation === 'create' && data ? { ...data, ...(await startDeployment(req, data)) } : data)
