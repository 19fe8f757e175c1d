import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { changesBetween } from '../../domain/records/changes'
import type { Deployment } from '../../payload-types'
import { logChanges } from '../changeLog/logChanges'

/**
 * Writes a change of a deployment as the system, if `still` holds for it, with its entry
 * in the change log. Runs in the caller's transaction.
 * @param action the name in the change log
 * @returns the deployment after it, or `null` (nothing written) when someone else was faster
 */
export const changeDeployment = async (
  req: PayloadRequest,
  deployment: Deployment,
  { action, data, still }: { action: string; data: Partial<Deployment>; still: Where },
  now: Date,
): Promise<Deployment | null> => {
  const subject = slugsOf(req.payload).deployments
  const fields = { ...data, updatedAt: now.toISOString() }
  const written = (await req.payload.db.updateOne({
    collection: subject,
    where: { and: [{ id: { equals: deployment.id } }, still] },
    data: { ...fields, revision: { $inc: 1 } },
    options: { atomic: true },
    req,
  })) as null | Pick<Deployment, 'revision'>
  if (!written) return null
  const after = { ...deployment, ...fields, revision: written.revision }
  const changes = changesBetween(deployment as never, after)
  await logChanges(req, [{ subject, documentId: deployment.id, action, changes }], now)
  return after
}
