'use client'

import { useState } from 'react'

import { DeploymentFields } from '../deployments/DeploymentFields'
import { deploymentBody, newDeployment, type DeploymentDraft } from '../deployments/deploymentDraft'
import { FormDialog } from '../ui/FormDialog'
import { useCommand } from '../useCommand'
import { useText } from '../useText'

/** Schedules a deployment of a license. */
export const DeploymentDialog = ({
  licenseId,
  onClose,
  regions,
}: {
  licenseId: string
  regions: string[]
  onClose: () => void
}) => {
  const { t } = useText()
  const { busy, run } = useCommand()
  const [draft, setDraft] = useState(newDeployment)
  const change = (changes: Partial<DeploymentDraft>) => setDraft((old) => ({ ...old, ...changes }))
  const submit = async () => {
    const body = { license: licenseId, ...deploymentBody(draft) }
    const done = t('deploymentScheduled', { license: licenseId })
    if (await run({ path: '/v1/deployments', body, done })) onClose()
  }
  return (
    <FormDialog
      busy={busy}
      confirm={t('task.deploy')}
      onClose={onClose}
      onSubmit={() => void submit()}
      title={t('reasonTitle', { action: t('task.deploy'), order: licenseId })}
    >
      <DeploymentFields draft={draft} onChange={change} regions={regions} />
    </FormDialog>
  )
}
