'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import {
  deploymentActions,
  deploymentMachine,
  type DeploymentState,
} from '../../domain/deployments/deploymentMachine'
import '../channel.css'
import { useActedOn } from '../ui/useActedOn'
import { useCommand } from '../useCommand'
import { useMay } from '../useMay'
import { useText } from '../useText'
import { DeploymentDialogs, isAsked, type DeploymentTask } from './DeploymentDialogs'

export type ActedDeployment = {
  id: number | string
  revision?: null | number
  state: DeploymentState
  title?: null | string
  region?: null | string
}

type Props = {
  /** In a list or on a board; on the deployment's own page it is the deployment itself. */
  rowData?: ActedDeployment
  onDone?: () => void
}

const prominent: DeploymentTask[] = ['start', 'complete']

/** What the reader can do with a deployment. */
export const DeploymentActions = ({ onDone, rowData }: Props) => {
  const { t } = useText()
  const deployment = useActedOn(rowData)
  const tasks = useTasks(deployment)
  const { busy, run } = useCommand()
  const [open, setOpen] = useState<DeploymentTask | null>(null)
  if (!deployment) return null
  const title = deployment.title ?? ''
  const act = async (task: DeploymentTask, body: object = {}) => {
    setOpen(null)
    const done = t('actionDone', { action: t(`didDeploy.${task}`), order: title })
    const seen = { ...body, revision: deployment.revision ?? 0 }
    if (await run({ path: `/v1/deployments/${deployment.id}/${task}`, body: seen, done }))
      onDone?.()
  }
  const start = (task: DeploymentTask) => (isAsked(task) ? setOpen(task) : void act(task))
  return (
    <div className="channel-actions">
      {tasks.map((task) => (
        <Button
          aria-label={t('reasonTitle', { action: t(`deploy.${task}`), order: title })}
          buttonStyle={prominent.includes(task) ? 'primary' : 'secondary'}
          disabled={busy}
          extraButtonProps={{ 'data-action': task }}
          key={task}
          margin={false}
          onClick={() => start(task)}
          size="small"
        >
          {t(`deploy.${task}`)}
        </Button>
      ))}
      {open && (
        <DeploymentDialogs
          onAnswer={(body) => void act(open, body)}
          onClose={() => setOpen(null)}
          region={deployment.region ?? ''}
          task={open}
          title={title}
        />
      )}
    </div>
  )
}

/** What the state offers, less what the reader's roles do not grant. */
const useTasks = (deployment: ActedDeployment | null): DeploymentTask[] => {
  const may = useMay()
  if (!deployment) return []
  const offered = deploymentMachine.actions(deployment.state)
  const moves = deploymentActions.filter(
    (action) => offered.includes(action) && may('deployments', action),
  )
  const assigns =
    ['scheduled', 'in_progress'].includes(deployment.state) &&
    may('deployments', 'reschedule') === true
  return assigns ? [...moves, 'assign'] : moves
}
