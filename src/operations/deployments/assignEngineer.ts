import type { PayloadRequest } from 'payload'

import { inTransaction } from '../../database/inTransaction'
import type { Assignment } from '../../api/deployments/deploymentInput'
import { mayChange } from '../../domain/deployments/deploymentRules'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import type { Deployment } from '../../payload-types'
import { changeDeployment } from './changeDeployment'
import { followAssignment } from './followDeployment'
import { pickEngineer } from './pickEngineer'
import { requireActionOn } from '../access/requireActionOn'
import { requireSeenDeployment, type Seen } from './seenDeployment'

/**
 * Gives a deployment to another engineer, as the caller: a named one, or the one of its region with
 * the least to do. The new one is told.
 * @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, NO_ENGINEER, DEPLOYMENT_STATE_CONFLICT once it is
 * over, EDIT_CONFLICT when someone else changed it at the same moment
 */
export const assignEngineer = async (
  req: PayloadRequest,
  id: string,
  { seen, ...wanted }: Assignment & Seen,
  now: Date,
): Promise<Deployment> => {
  const found = await requireActionOn(req, 'deployments', id, 'assign')
  if (!mayChange('engineer', found.state)) throw new ChannelError('DEPLOYMENT_STATE_CONFLICT')
  requireSeenDeployment(found, seen)
  const place = { id: found.id, region: found.region ?? null }
  const engineer = await pickEngineer(req, wanted, place)
  const left = idOf(found.engineer)
  if (engineer === left) return found
  return inTransaction(req, async () => {
    const change = {
      action: 'assign',
      data: { engineer: engineer as string },
      still: { revision: { equals: found.revision ?? 0 } },
    }
    const assigned = await changeDeployment(req, found, change, now)
    if (!assigned) throw new ChannelError('EDIT_CONFLICT')
    await followAssignment(req, assigned, left, now)
    return assigned
  })
}
