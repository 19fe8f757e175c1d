'use client'

import type { DeploymentAction } from '../../domain/deployments/deploymentMachine'
import { AskDialog } from '../ui/AskDialog'
import { useText } from '../useText'
import { AssignDialog } from './AssignDialog'
import { RescheduleDialog } from './RescheduleDialog'

export type DeploymentTask = DeploymentAction | 'assign'

/** What asks something before it is done; the others are done at once. */
const asked: DeploymentTask[] = ['assign', 'cancel', 'fail', 'reschedule']

export const isAsked = (task: DeploymentTask): boolean => asked.includes(task)

type Props = {
  task: DeploymentTask
  /** Of the deployment. */
  title: string
  region: string
  /** Gets the body of the request. */
  onAnswer: (body: object) => void
  onClose: () => void
}

/** Asks for what an action on a deployment needs to know. */
export const DeploymentDialogs = ({ onAnswer, onClose, region, task, title }: Props) => {
  const { t } = useText()
  const heading = t('reasonTitle', { action: t(`deploy.${task}`), order: title })
  if (task === 'reschedule')
    return (
      <RescheduleDialog
        onClose={onClose}
        onReschedule={(scheduledAt) => onAnswer({ scheduledAt })}
        title={heading}
      />
    )
  if (task === 'assign')
    return <AssignDialog onAssign={onAnswer} onClose={onClose} region={region} title={heading} />
  return (
    <AskDialog
      confirm={t(`deploy.${task}`)}
      hint={t(task === 'fail' ? 'hint.failDeployment' : 'hint.cancelDeployment')}
      onAnswer={(reason) => onAnswer(reason === undefined ? {} : { reason })}
      onClose={onClose}
      question={task === 'fail' ? 'reason' : 'confirm'}
      title={heading}
    />
  )
}
