import type { Action } from '../../domain/grants'
import type { LicenseAction } from '../../domain/licenses/licenseMachine'
import type { SlugKey } from '../../slugs'

/** What can be done on the page of a license. */
export type LicenseTask =
  'certificate' | 'deploy' | 'edit' | 'purchase' | 'usageKey' | LicenseAction

/** The tasks beside the moves of the machine, and the grant that each takes; in their order. */
export const doableLicenseTasks: {
  task: LicenseTask
  resource: SlugKey
  action: Action
  whenTerminated?: true
}[] = [
  { task: 'purchase', resource: 'purchases', action: 'create' },
  { task: 'deploy', resource: 'deployments', action: 'create' },
  { task: 'usageKey', resource: 'licenses', action: 'rotateKey' },
  { task: 'certificate', resource: 'licenses', action: 'read', whenTerminated: true },
  { task: 'edit', resource: 'licenses', action: 'update', whenTerminated: true },
]
