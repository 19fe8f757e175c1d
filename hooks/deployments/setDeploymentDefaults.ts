import type { CollectionBeforeValidateHook } from 'payload'

import { retitleDeployment } from '../../src/operations/deployments/retitleDeployment'
import { deploymentDefaults } from '../../src/operations/deployments/deploymentDefaults'

/** Title, owners and region of a deployment come from its license; the title tells the environment. */
export const setDeploymentDefaults: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  if (operation === 'create') return { ...data, ...(await deploymentDefaults(req, data)) }
  const { environment } = data
  if (!environment || environment === originalDoc.environment) return data
  return { ...data, ...(await retitleDeployment(req, originalDoc.license, environment)) }
}
