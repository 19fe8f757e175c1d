import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow, readRows } from '../../database/readRows'
import { openDeploymentStates } from '../../domain/deployments/deploymentMachine'
import { ChannelError } from '../../domain/errors'
import { idOf, type Id } from '../../domain/idOf'
import type { Deployment } from '../../payload-types'
import { changeDeployment } from './changeDeployment'

type Owners = Record<'customer' | 'partner', Id | null>

/** So often a deployment is read anew because someone else wrote it at the same moment. */
const ATTEMPTS = 5

/**
 * Gives what is still to be deployed of a license to its new owners, as the system: they may read it
 * and are told of its end. What is over stays with those for whom it was done.
 * @throws EDIT_CONFLICT when others never cease to write a deployment
 */
export const reassignDeployments = async (
  req: PayloadRequest,
  license: Id,
  owners: Owners,
  now: Date,
): Promise<void> => {
  const open = await readRows<Deployment>(req, slugsOf(req.payload).deployments, {
    and: [{ license: { equals: license } }, { state: { in: openDeploymentStates } }],
  })
  for (const { id } of open) await passDeploymentOn(req, id, owners, now)
}

const passDeploymentOn = async (
  req: PayloadRequest,
  id: Id,
  { customer, partner }: Owners,
  now: Date,
): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const where = { id: { equals: id } }
    const found = await readRow<Deployment>(req, slugsOf(req.payload).deployments, where)
    if (!found || !openDeploymentStates.includes(found.state)) return
    if (idOf(found.customer) === customer && idOf(found.partner) === partner) return
    const change = {
      action: 'pass',
      data: { customer: customer as null | string, partner: partner as null | string },
      still: { revision: { equals: found.revision ?? 0 } },
    }
    if (await changeDeployment(req, found, change, now)) return
  }
  throw new ChannelError('EDIT_CONFLICT')
}
