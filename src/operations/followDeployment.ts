import type { CollectionSlug, PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { readRow } from '../database/readRows'
import { ChannelError } from '../domain/errors'
import type { EventType } from '../domain/eventTypes'
import { idOf, type Id } from '../domain/idOf'
import type { Deployment, License } from '../payload-types'
import { changeLicense } from './changeLicense'
import { emitEvent } from './emitEvent'

/** So often the license is read anew because someone else wrote it at the same moment. */
const ATTEMPTS = 5

/**
 * What follows when a deployment is scheduled or gets another engineer, done as the system: the
 * engineer may read the license from then on, and is told.
 */
export const followAssignment = async (
  req: PayloadRequest,
  deployment: Deployment,
  now: Date,
): Promise<void> => {
  const engineer = idOf(deployment.engineer ?? null)
  if (engineer !== null) await giveLicense(req, idOf(deployment.license) as Id, engineer, now)
  await tellOfDeployment(req, 'deployment.scheduled', deployment, now)
}

/** The same for a deployment that was just written through Payload, read as it is stored. */
export const followAssignmentOf = async (req: PayloadRequest, id: Id, now: Date): Promise<void> => {
  const { deployments } = slugsOf(req.payload)
  const stored = await readRow<Deployment>(req, deployments, { id: { equals: id } })
  if (stored) await followAssignment(req, stored, now)
}

const giveLicense = async (req: PayloadRequest, id: Id, engineer: Id, now: Date): Promise<void> => {
  const { licenses } = slugsOf(req.payload)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const license = await readRow<License>(req, licenses, { id: { equals: id } })
    if (!license || idOf(license.engineer ?? null) === engineer) return
    const change = { action: 'assign', data: { engineer: engineer as string } }
    if (await changeLicense(req, license, change, now)) return
  }
  throw new ChannelError('EDIT_CONFLICT')
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
