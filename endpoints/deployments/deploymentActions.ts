import type { Endpoint } from 'payload'
import { z } from 'zod'

import { assignmentInput, deploymentActionInputs } from '../../src/api/deployments/deploymentInput'
import {
  deploymentActions,
  type DeploymentAction,
} from '../../src/domain/deployments/deploymentMachine'
import { needsLicense } from '../../src/domain/deployments/deploymentRules'
import { deploymentView } from '../../src/api/deployments/deploymentView'
import { id } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { assignEngineer } from '../../src/operations/deployments/assignEngineer'
import { moveDeployment } from '../../src/operations/deployments/moveDeployment'
import { ifMatchHeader, readRevision } from '../records/seenRevision'

const summaries: Record<DeploymentAction, string> = {
  start: 'Begin a deployment',
  complete: 'Complete a deployment; one of a production environment deploys its license',
  fail: 'Note that a deployment failed, saying why',
  reschedule: 'Plan a deployment for another date; a failed one starts over',
  cancel: 'Cancel a deployment',
}

const params = z.object({ id })
const response = z.object({ deployment: deploymentView.schema })
const errors = [
  'INVALID_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'DEPLOYMENT_STATE_CONFLICT',
  'EDIT_CONFLICT',
  'REVISION_REQUIRED',
] as const

const define = (action: DeploymentAction): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: `/v1/deployments/:id/${action}`,
    tag: 'Deployments',
    summary: summaries[action],
    caller: 'user',
    params,
    headers: ifMatchHeader,
    body: deploymentActionInputs[action],
    response,
    errors: [
      ...errors,
      ...(needsLicense.includes(action) ? ['LICENSE_STATE_CONFLICT' as const] : []),
    ],
    handler: async (input) => {
      const { revision: _seen, ...body } = input.body
      const told = { ...body, seen: readRevision(input) }
      const moved = await moveDeployment(input.req, input.params.id, action, told, input.now)
      return { body: { deployment: deploymentView.view(moved) } }
    },
  })

const assign = defineEndpoint({
  method: 'post',
  path: '/v1/deployments/:id/assign',
  tag: 'Deployments',
  summary: 'Give a deployment to an engineer, by hand or by region and load',
  caller: 'user',
  params,
  headers: ifMatchHeader,
  body: assignmentInput,
  response,
  errors: [...errors, 'NO_ENGINEER'],
  handler: async (input) => {
    const { revision: _seen, ...body } = input.body
    const wanted = { ...body, seen: readRevision(input) }
    const assigned = await assignEngineer(input.req, input.params.id, wanted, input.now)
    return { body: { deployment: deploymentView.view(assigned) } }
  },
})

/** One route for each action of the deployment machine, and the one that finds an engineer. */
export const deploymentActionEndpoints: Endpoint[] = [...deploymentActions.map(define), assign]
