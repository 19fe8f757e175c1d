import type { CollectionBeforeChangeHook } from 'payload'

import { callerOf } from '../../access/callerOf'
import { deploymentMachine } from '../../src/domain/deployments/deploymentMachine'
import { lockedField } from '../../src/domain/deployments/deploymentRules'
import { ChannelError } from '../../src/domain/errors'
import { idOf } from '../../src/domain/idOf'
import { requireActive } from '../../src/operations/deployments/pickEngineer'

/** What a deployment is past can't be changed by hand; its state goes no way that the machine lacks. */
export const refuseLockedDeployment: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') return data
  if (data.state !== undefined && data.state !== originalDoc.state)
    if (!deploymentMachine.allows(originalDoc.state, data.state))
      throw new ChannelError('DEPLOYMENT_STATE_CONFLICT', { path: 'state' })
  const path = callerOf(req) ? lockedField(originalDoc, data) : undefined
  if (path) throw new ChannelError('DEPLOYMENT_STATE_CONFLICT', { path })
  const engineer = idOf(data.engineer)
  if (engineer !== null && engineer !== idOf(originalDoc.engineer))
    await requireActive(req, engineer)
  return data
}
