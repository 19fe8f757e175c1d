import { z } from 'zod'

import { environments } from '../../domain/choiceValues'
import type { DeploymentAction } from '../../domain/deployments/deploymentMachine'
import { revision } from '../seenRevision'
import { id, instantInput, line, paragraph } from '../../domain/text'

/** Who is to do it: an engineer by ID, or `auto` for the one of the region with the least to do. */
const engineer = { engineer: id.optional(), assign: z.literal('auto').optional() }

const once = ({ assign, engineer: named }: { assign?: 'auto'; engineer?: string }): boolean =>
  assign === undefined || named === undefined

const both = { message: 'Name an engineer, or let one be assigned.', path: ['assign'] }

/** A deployment as a client schedules it. */
export const deploymentInput = z
  .strictObject({
    license: z.string().min(1).max(64).describe('The ID of the document, or ENT-202611-000042.'),
    environment: z.enum(environments).default('production'),
    version: line(60).optional(),
    scheduledAt: instantInput,
    region: line(60).optional(),
    ...engineer,
    notes: paragraph().optional(),
    internalNotes: paragraph().optional(),
  })
  .refine(once, both)
  .meta({ title: 'DeploymentInput' })

export type NewDeployment = z.output<typeof deploymentInput>

export const assignmentInput = z
  .strictObject({ ...engineer, revision })
  .refine(once, both)
  .refine(({ assign, engineer: named }) => assign !== undefined || named !== undefined, {
    message: 'Name an engineer, or let one be assigned.',
    path: ['engineer'],
  })
  .meta({ title: 'AssignmentInput' })

export type Assignment = z.output<typeof assignmentInput>

const reason = paragraph(2000).min(1)

/** What each action is told. */
export const deploymentActionInputs = {
  start: z.strictObject({ revision }),
  complete: z.strictObject({
    version: line(60).optional(),
    notes: paragraph().optional(),
    revision,
  }),
  fail: z.strictObject({ reason, revision }),
  reschedule: z.strictObject({ scheduledAt: instantInput, revision }),
  cancel: z.strictObject({ reason: reason.optional(), revision }),
} satisfies Record<DeploymentAction, z.ZodType>
