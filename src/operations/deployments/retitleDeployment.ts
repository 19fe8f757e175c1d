import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { deploymentTitle } from '../../domain/deployments/deploymentRules'
import { idOf } from '../../domain/idOf'
import type { Deployment, License } from '../../payload-types'

/** The title of a deployment that goes to another environment than planned. */
export const retitleDeployment = async (
  req: PayloadRequest,
  license: Deployment['license'],
  environment: Deployment['environment'],
): Promise<Pick<Deployment, 'title'>> => {
  const { licenses } = slugsOf(req.payload)
  const found = await readRow<License>(req, licenses, { id: { equals: idOf(license) } })
  return { title: deploymentTitle(found?.licenseId ?? '', environment) }
}
