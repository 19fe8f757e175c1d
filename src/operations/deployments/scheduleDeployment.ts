import type { PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import type { NewDeployment } from '../../api/deployments/deploymentInput'
import { ChannelError } from '../../domain/errors'
import type { Deployment } from '../../payload-types'
import { pickEngineer, regionOf } from './pickEngineer'
import { requireActionOn } from '../access/requireActionOn'

/**
 * Schedules a deployment of a license, as the caller. Goes the way that any write through Payload
 * goes: the collection's hooks add what follows.
 * @throws NOT_FOUND for a license that the caller may not know of; FORBIDDEN; INVALID_INPUT;
 * LICENSE_STATE_CONFLICT for a stopped license; NO_ENGINEER
 */
export const scheduleDeployment = async (
  req: PayloadRequest,
  { assign, engineer: named, license: wanted, ...rest }: NewDeployment,
): Promise<Deployment> =>
  inTransaction(req, async () => {
    const license = await requireActionOn(req, 'licenses', wanted, 'read')
    // Whether there is an engineer of that ID is for those to know who may name one.
    if (!accessOf(req, 'deployments', 'create')) throw new ChannelError('FORBIDDEN')
    const region = rest.region ?? (await regionOf(req, license))
    const engineer = await pickEngineer(req, { assign, engineer: named }, { region })
    return req.payload.create({
      collection: slugsOf(req.payload).deployments,
      data: { ...rest, license: license.id, region, engineer } as Deployment,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    })
  })
