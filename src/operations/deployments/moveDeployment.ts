import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { readRow } from '../../database/readRows'
import {
  deploymentMachine,
  openDeploymentStates,
  type DeploymentAction,
} from '../../domain/deployments/deploymentMachine'
import {
  deploymentChanges,
  isDeployable,
  needsLicense,
  type DeploymentInput,
} from '../../domain/deployments/deploymentRules'
import { ChannelError } from '../../domain/errors'
import type { EventType } from '../../domain/events/eventTypes'
import { idOf, type Id } from '../../domain/idOf'
import type { Deployment, License } from '../../payload-types'
import { changeDeployment } from './changeDeployment'
import { deployLicense, settleDeployment } from './deployLicense'
import { tellOfDeployment } from './followDeployment'
import { syncLicenseEngineer } from './syncLicenseEngineer'
import { requireActionOn } from '../access/requireActionOn'
import { requireSeenDeployment, sameRevision, type Seen } from './seenDeployment'

/** What each action tells the world. */
const eventOf: Partial<Record<DeploymentAction, EventType>> = {
  complete: 'deployment.completed',
  fail: 'deployment.failed',
  reschedule: 'deployment.scheduled',
  cancel: 'deployment.cancelled',
}

/**
 * Moves a deployment along its machine, as the caller. Of several at the same moment one wins, by
 * compare-and-set on the state. A completed one deploys its license in the same transaction.
 * @throws NOT_FOUND, FORBIDDEN, DEPLOYMENT_STATE_CONFLICT, EDIT_CONFLICT where another revision was
 * seen, LICENSE_STATE_CONFLICT while the license
 * is suspended, expired or terminated
 */
export const moveDeployment = async (
  req: PayloadRequest,
  id: string,
  action: DeploymentAction,
  { seen, ...input }: DeploymentInput & Seen,
  now: Date,
): Promise<Deployment> => {
  const found = await requireActionOn(req, 'deployments', id, action)
  // Whoever completes it again did not hear that it is, nor perhaps did its license.
  if (action === 'complete' && found.state === 'completed') await settleDeployment(req, found, now)
  const [to] = deploymentMachine.targets(found.state, action)
  if (!to) throw new ChannelError('DEPLOYMENT_STATE_CONFLICT')
  requireSeenDeployment(found, seen)
  if (needsLicense.includes(action)) await requireDeployable(req, found)
  const data = { state: to, ...deploymentChanges[action](input, now.toISOString(), found) }
  return inTransaction(req, async () => {
    const still = { and: [{ state: { equals: found.state } }, ...sameRevision(seen)] }
    const moved = await changeDeployment(req, found, { action, data, still }, now)
    if (!moved) throw new ChannelError('DEPLOYMENT_STATE_CONFLICT')
    if (to === 'completed') await deployLicense(req, moved, now)
    if (!openDeploymentStates.includes(to)) await releaseLicense(req, moved, now)
    const event = eventOf[action]
    if (event) await tellOfDeployment(req, event, moved, now, input.reason)
    return moved
  })
}

/** Who is done with a license makes way for others; who completed it may go on reading it. */
const releaseLicense = async (req: PayloadRequest, over: Deployment, now: Date): Promise<void> => {
  const left = over.state === 'cancelled' ? idOf(over.engineer) : null
  await syncLicenseEngineer(req, idOf(over.license) as Id, left, now)
}

/** The license as it is stored: whoever deploys it may not see all of it. */
const requireDeployable = async (req: PayloadRequest, deployment: Deployment): Promise<void> => {
  const where = { id: { equals: idOf(deployment.license) } }
  const license = await readRow<License>(req, slugsOf(req.payload).licenses, where)
  if (!license || !isDeployable(license.state)) throw new ChannelError('LICENSE_STATE_CONFLICT')
}
