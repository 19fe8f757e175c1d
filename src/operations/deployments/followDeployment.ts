import type { CollectionSlug, PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import type { EventType } from '../../domain/events/eventTypes'
import { idOf, type Id } from '../../domain/idOf'
import type { Deployment } from '../../payload-types'
import { emitEvent } from '../events/emitEvent'
import { syncLicenseEngineer } from './syncLicenseEngineer'

/**
 * What follows when a deployment is scheduled or gets another engineer, or none, done as the system:
 * the license goes along, and the engineer is told.
 * @param left who had it before
 */
export const followAssignment = async (
  req: PayloadRequest,
  deployment: Deployment,
  left: Id | null,
  now: Date,
): Promise<void> => {
  await syncLicenseEngineer(req, idOf(deployment.license) as Id, left, now)
  const isTakenAway = left !== null && idOf(deployment.engineer) === null
  if (!isTakenAway) await tellOfDeployment(req, 'deployment.scheduled', deployment, now)
}

/** The same for a deployment that was just written through Payload, read as it is stored. */
export const followAssignmentOf = async (
  req: PayloadRequest,
  id: Id,
  left: Id | null,
  now: Date,
): Promise<void> => {
  const { deployments } = slugsOf(req.payload)
  const stored = await readRow<Deployment>(req, deployments, { id: { equals: id } })
  if (stored) await followAssignment(req, stored, left, now)
}

/** Keeps an event with what its mail says and whom it concerns, by ID and name. */
export const tellOfDeployment = async (
  req: PayloadRequest,
  type: EventType,
  deployment: Deployment,
  now: Date,
  reason?: string,
): Promise<void> => {
  const slugs = slugsOf(req.payload)
  const data = {
    deployment: deployment.title,
    license: { id: idOf(deployment.license) },
    state: deployment.state,
    environment: deployment.environment,
    version: deployment.version ?? null,
    scheduledAt: deployment.scheduledAt,
    engineer: await named(req, slugs.engineers, deployment.engineer),
    customer: await named(req, slugs.customers, deployment.customer),
    partner: await named(req, slugs.partners, deployment.partner),
    ...(reason && { reason }),
  }
  const event = { type, subject: slugs.deployments, documentId: deployment.id, data }
  await emitEvent(req, event, now)
}

const named = async (req: PayloadRequest, slug: CollectionSlug, link: unknown) => {
  const id = idOf(link as Id | null)
  const found =
    id === null ? null : await readRow<{ name: string }>(req, slug, { id: { equals: id } })
  return found ? { id, name: found.name } : undefined
}
