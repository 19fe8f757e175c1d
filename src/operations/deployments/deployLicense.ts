import { createLocalReq, type BasePayload, type PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { readRow, readRows } from '../../database/readRows'
import { deploysLicense, isDeployable, isUnsettled } from '../../domain/deployments/deploymentRules'
import { ChannelError } from '../../domain/errors'
import { idOf, type Id } from '../../domain/idOf'
import type { Deployment, License } from '../../payload-types'
import { moveLicense } from '../licenses/moveLicense'

/** How far back a process may have died between a deployment and its license: two days. */
const WINDOW_MS = 2 * 86_400_000

/**
 * The license's part of a completed deployment, done as the system. A license that is deployed or in
 * use already stays so.
 * @throws LICENSE_STATE_CONFLICT when it was stopped meanwhile
 */
export const deployLicense = async (
  req: PayloadRequest,
  deployment: Deployment,
  now: Date,
): Promise<void> => {
  if (!deploysLicense(deployment)) return
  const license = idOf(deployment.license) as Id
  const data = { deployedAt: deployment.finishedAt }
  if (await moveLicense(req, license, 'deploy', { data }, now)) return
  const stored = await readLicense(req, license)
  if (!stored || !isDeployable(stored.state)) throw new ChannelError('LICENSE_STATE_CONFLICT')
}

/**
 * Finishes a completed deployment whose license has not heard of it, because the process died in
 * between on a database without transactions. Repeating it changes nothing.
 * @returns whether there was something to do
 */
export const settleDeployment = async (
  req: PayloadRequest,
  deployment: Deployment,
  now: Date,
): Promise<boolean> => {
  const license = await readLicense(req, idOf(deployment.license) as Id)
  if (!license || !isUnsettled(deployment, license)) return false
  await inTransaction(req, () => deployLicense(req, deployment, now))
  return true
}

/** Settles the deployments of late; safe to run at any time, by several processes at once. */
export const settleDeployments = async (
  payload: BasePayload,
  now: Date,
): Promise<{ settled: number }> => {
  const req = await createLocalReq({}, payload)
  const recent = await readRows<Deployment>(req, slugsOf(payload).deployments, {
    state: { equals: 'completed' },
    environment: { equals: 'production' },
    updatedAt: { greater_than_equal: new Date(now.getTime() - WINDOW_MS).toISOString() },
  })
  let settled = 0
  for (const deployment of recent) if (await settleDeployment(req, deployment, now)) settled += 1
  return { settled }
}

const readLicense = (req: PayloadRequest, id: Id): Promise<License | null> =>
  readRow<License>(req, slugsOf(req.payload).licenses, { id: { equals: id } })
