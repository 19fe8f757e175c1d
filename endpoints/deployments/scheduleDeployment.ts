import { z } from 'zod'

import { deploymentInput } from '../../src/api/deployments/deploymentInput'
import { deploymentView } from '../../src/api/deployments/deploymentView'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { scheduleDeployment as schedule } from '../../src/operations/deployments/scheduleDeployment'

export const scheduleDeployment = defineEndpoint({
  method: 'post',
  path: '/v1/deployments',
  tag: 'Deployments',
  summary: 'Schedule a deployment; its engineer is named, or found by region and load',
  caller: 'user',
  body: deploymentInput,
  response: z.object({ deployment: deploymentView.schema }),
  status: 201,
  errors: [
    'INVALID_INPUT',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'LICENSE_STATE_CONFLICT',
    'NO_ENGINEER',
  ],
  handler: async ({ req, body }) => ({
    body: { deployment: deploymentView.view(await schedule(req, body)) },
  }),
})
