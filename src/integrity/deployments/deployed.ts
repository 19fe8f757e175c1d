import { idOf } from '../../domain/idOf'
import type { Deployment, License } from '../../payload-types'
import { present, read, type Inspect, type Remark } from '../audit'
import { isUnderWay } from '../records/underWay'

/**
 * The license of a completed production deployment is known to be deployed. Since when may be before
 * the deployment: a system that reported told of it earlier.
 */
export const hasDeployed: Inspect = async (audit, docs) => {
  const done = (docs as unknown as Deployment[]).filter(
    ({ environment, finishedAt, state }) =>
      state === 'completed' && environment === 'production' && !isUnderWay(audit, finishedAt),
  )
  const ids = present(done.map(({ license }) => idOf(license)))
  const found = ids.length === 0 ? [] : await read(audit, 'licenses', { id: { in: ids } })
  const licenses = new Map((found as unknown as License[]).map((one) => [String(one.id), one]))
  return done.flatMap(({ id, license: to }): Remark[] => {
    const license = licenses.get(String(idOf(to)))
    if (!license || isDeployed(license)) return []
    return [{ id, message: `Its license is ${license.state} and not known to be deployed.` }]
  })
}

/** A stopped license counts by what it was before. */
const isDeployed = ({ deployedAt, resumeState, state }: License): boolean =>
  Boolean(deployedAt) && (resumeState ?? state) !== 'created'
