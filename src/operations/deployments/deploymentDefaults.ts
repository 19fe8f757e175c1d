import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { deploymentTitle, isDeployable } from '../../domain/deployments/deploymentRules'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import type { Deployment, License } from '../../payload-types'
import { regionOf, requireActive } from './pickEngineer'

/**
 * What every deployment starts with, from its license: title, owners and region. The system's own
 * writes (imports, seeds) bring a history, in which licenses and engineers may have gone since.
 * @throws INVALID_INPUT naming `license` or `engineer`; LICENSE_STATE_CONFLICT for a stopped license
 */
export const deploymentDefaults = async (
  req: PayloadRequest,
  data: Partial<Deployment>,
): Promise<Partial<Deployment>> => {
  const { licenses } = slugsOf(req.payload)
  const where = { id: { equals: idOf(data.license ?? null) } }
  const license = await readRow<License>(req, licenses, where)
  if (!license)
    throw new ChannelError('INVALID_INPUT', { path: 'license', message: 'Name a license.' })
  const engineer = idOf(data.engineer ?? null)
  if (callerOf(req)) {
    if (!isDeployable(license.state))
      throw new ChannelError('LICENSE_STATE_CONFLICT', { path: 'license' })
    if (engineer !== null) await requireActive(req, engineer)
  }
  return {
    title: deploymentTitle(license.licenseId ?? '', data.environment ?? 'production'),
    customer: idOf(license.customer) as string,
    partner: idOf(license.partner ?? null) as null | string,
    region: (data.region ?? (await regionOf(req, license))) as Deployment['region'],
    ...(callerOf(req) && { progress: 0 }),
  }
}
