import type { DeploymentAction, DeploymentState } from './deploymentMachine'
import { idOf, type Id } from '../idOf'
import { awaitsDeployment, type LicenseState, type Standing } from '../licenses/licenseMachine'

/** Work on a license rests while it is stopped: it is resumed or renewed first. */
const deployable: LicenseState[] = ['created', 'deployed', 'in_use', 'renewed']

export const isDeployable = (state: LicenseState): boolean => deployable.includes(state)

/** What can only be done for a license that is not stopped. */
export const needsLicense: DeploymentAction[] = ['start', 'complete', 'reschedule']

/** Only a customer's real system makes a license deployed; staging and tests come before it. */
export const deploysLicense = ({ environment }: { environment: string }): boolean =>
  environment === 'production'

/** Whether a completed deployment has yet to deploy its license. */
export const isUnsettled = (done: { environment: string }, license: Standing): boolean =>
  deploysLicense(done) && awaitsDeployment(license)

/** What a deployment is called everywhere, e.g. `ENT-202611-000042, production`. */
export const deploymentTitle = (licenseId: string, environment: string): string =>
  `${licenseId}, ${environment}`

/** The states in which a field may still be changed by hand; notes may be at any time. */
const changeableIn: Record<string, DeploymentState[]> = {
  license: [],
  environment: ['scheduled'],
  scheduledAt: ['scheduled'],
  region: ['scheduled', 'failed'],
  engineer: ['scheduled', 'in_progress', 'failed'],
  version: ['scheduled', 'in_progress', 'failed'],
  progress: ['in_progress'],
}

export const mayChange = (field: string, state: DeploymentState): boolean =>
  changeableIn[field]?.includes(state) ?? true

type Fields = Record<string, unknown>

/** The first field that `data` would change although the deployment is past it. */
export const lockedField = (before: Fields & { state: DeploymentState }, data: Fields) =>
  Object.keys(changeableIn).find(
    (field) =>
      field in data && !mayChange(field, before.state) && !same(before[field], data[field]),
  )

/** Links by their ID, instants as instants, nothing as `null`. */
const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b)

const plain = (value: unknown): unknown => {
  const bare = value instanceof Date ? value.toISOString() : idOf(value as string)
  if (typeof bare !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(bare)) return bare === '' ? null : bare
  const time = Date.parse(bare)
  return Number.isNaN(time) ? bare : time
}

export type DeploymentInput = {
  reason?: string
  /** UTC. */
  scheduledAt?: string
  version?: string
  notes?: string
}

type Before = { engineer?: Id | { id: Id } | null; failures?: null | number }

/**
 * What each action writes beside the state. A failed deployment that is scheduled anew starts over,
 * but it stays known that it failed: how often, when at last and with whom.
 */
export const deploymentChanges: Record<
  DeploymentAction,
  (input: DeploymentInput, at: string, before: Before) => Fields
> = {
  start: (_input, at) => ({ startedAt: at, progress: 0 }),
  complete: ({ notes, version }, at) => ({
    finishedAt: at,
    progress: 100,
    ...(version !== undefined && { version }),
    ...(notes !== undefined && { notes }),
  }),
  fail: ({ reason }, at, { engineer, failures }) => ({
    finishedAt: at,
    failureReason: reason,
    failures: (failures ?? 0) + 1,
    failedAt: at,
    failedBy: idOf(engineer),
  }),
  reschedule: ({ scheduledAt }) => ({
    scheduledAt,
    startedAt: null,
    finishedAt: null,
    failureReason: null,
    progress: 0,
  }),
  cancel: ({ reason }, at) => ({ finishedAt: at, failureReason: reason ?? null }),
}
