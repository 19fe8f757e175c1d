import { localToInstant, tomorrowMorning } from '../ui/localTime'

/** What is typed about a deployment to schedule; `engineer: ''` = the least loaded one. */
export type DeploymentDraft = {
  environment: string
  /** As an input of the kind `datetime-local` gives it, in the reader's time zone. */
  scheduledAt: string
  version: string
  /** Empty = the customer's. */
  region: string
  engineer: string
}

export const newDeployment = (): DeploymentDraft => ({
  environment: 'production',
  scheduledAt: tomorrowMorning(new Date()),
  version: '',
  region: '',
  engineer: '',
})

/** The body that schedules it; the license beside it. */
export const deploymentBody = (draft: DeploymentDraft) => ({
  environment: draft.environment,
  scheduledAt: localToInstant(draft.scheduledAt) ?? undefined,
  ...(draft.version.trim() && { version: draft.version.trim() }),
  ...(draft.region && { region: draft.region }),
  ...(draft.engineer ? { engineer: draft.engineer } : { assign: 'auto' as const }),
})
