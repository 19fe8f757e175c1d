import { z } from 'zod'

import { environments } from '../../domain/choiceValues'
import { id, instantInput, line, paragraph } from '../../domain/text'

/** What may be changed of a deployment beside its state, which has routes of its own. */
export const deploymentPatch = z.strictObject({
  environment: z.enum(environments).optional(),
  version: line(60).nullish(),
  region: line(60).nullish(),
  engineer: id.nullish(),
  scheduledAt: instantInput.optional(),
  progress: z.number().int().min(0).max(100).optional(),
  notes: paragraph().nullish(),
  internalNotes: paragraph().nullish(),
})
deploymentPatch.register(z.globalRegistry, { title: 'DeploymentPatch' })
