import { openDeploymentStates, type DeploymentState } from './deploymentMachine'
import { idOf, type Id } from '../idOf'

/** A deployment of a license. */
export type EngineerWork = {
  engineer?: Id | { id: Id } | null
  state: DeploymentState
  /** ISO, UTC. */
  scheduledAt: string
  finishedAt?: null | string
}

/**
 * Which engineer a license is for: one who still has to deploy it, the present one before others.
 * Where there is nothing to do it stays with the present one, unless its work was taken away.
 * @param left whose work was just taken away, or canceled
 */
export const licenseEngineer = (
  present: Id | null,
  work: EngineerWork[],
  left: Id | null,
): Id | null => {
  const assigned = work.filter(({ engineer }) => idOf(engineer) !== null)
  const open = assigned
    .filter(({ state }) => openDeploymentStates.includes(state))
    .sort((a, b) => timeOf(a.scheduledAt) - timeOf(b.scheduledAt))
  if (present !== null && open.some(({ engineer }) => idOf(engineer) === present)) return present
  if (open[0]) return idOf(open[0].engineer)
  if (present !== null && present !== left) return present
  const [last] = assigned
    .filter(({ state }) => state === 'completed')
    .sort((a, b) => timeOf(b.finishedAt) - timeOf(a.finishedAt))
  return idOf(last?.engineer)
}

const timeOf = (instant: null | string | undefined): number => Date.parse(instant ?? '') || 0
