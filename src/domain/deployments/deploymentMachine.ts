import { defineMachine } from '../machine'

export const deploymentStates = [
  'scheduled',
  'in_progress',
  'completed',
  'failed',
  'cancelled',
] as const

export type DeploymentState = (typeof deploymentStates)[number]

/** A failed deployment is scheduled anew, so that its history stays in one place. */
export const deploymentMachine = defineMachine<DeploymentState>('scheduled', {
  scheduled: {
    to: { start: ['in_progress'], reschedule: ['scheduled'], cancel: ['cancelled'] },
  },
  in_progress: { to: { complete: ['completed'], fail: ['failed'], cancel: ['cancelled'] } },
  failed: { to: { reschedule: ['scheduled'], cancel: ['cancelled'] } },
  completed: { to: {} },
  cancelled: { to: {} },
})

/** The states in which there is still something to be done. */
export const openDeploymentStates = deploymentStates.filter(
  (state) => deploymentMachine.actions(state).length > 0,
)

export const deploymentActions = ['start', 'complete', 'fail', 'reschedule', 'cancel'] as const
export type DeploymentAction = (typeof deploymentActions)[number]
