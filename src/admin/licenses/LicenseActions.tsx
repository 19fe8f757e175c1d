'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { licenseActions, type LicenseAction } from '../../domain/licenses/licenseMachine'
import { AskDialog } from '../ui/AskDialog'
import { useCommand } from '../useCommand'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import { DeploymentDialog } from './DeploymentDialog'

import type { LicenseTask } from './licenseTasks'
import { PurchaseDialog } from './PurchaseDialog'
import { useCertificate } from './useCertificate'
import { UsageKeyDialog } from './UsageKeyDialog'
import type { Slugs } from '../../slugs'
import type { LicensePage } from './loadLicensePage'

const isMove = (task: LicenseTask | null): task is LicenseAction =>
  licenseActions.includes(task as LicenseAction)

/** One button for each thing that the reader can do with the license. */
export const LicenseActions = ({ currencies, page, regions, slugs }: LicenseOverviewProps) => {
  const { t } = useText()
  const routes = useRoutes()
  const download = useCertificate(page.licenseId)
  const [open, setOpen] = useState<LicenseTask | null>(null)
  const close = () => setOpen(null)
  const start = (task: LicenseTask) => (task === 'certificate' ? void download() : setOpen(task))
  const tasks = page.tasks.filter((task) => task !== 'edit')
  return (
    <div className="channel-actions">
      {tasks.map((task, index) => (
        <Button
          buttonStyle={task === 'purchase' && index === 0 ? 'primary' : 'secondary'}
          extraButtonProps={{ 'data-action': task }}
          key={task}
          margin={false}
          onClick={() => start(task)}
          size="medium"
        >
          {t(`task.${task}`)}
        </Button>
      ))}
      {page.tasks.includes('edit') && (
        <Button
          buttonStyle="subtle"
          el="link"
          margin={false}
          to={routes.admin(`/collections/${slugs.licenses}/${page.id}/fields`)}
        >
          {t('allFields')}
        </Button>
      )}
      {isMove(open) && <MoveDialog action={open} licenseId={page.licenseId} onClose={close} />}
      {open === 'purchase' && (
        <PurchaseDialog currencies={currencies} onClose={close} page={page} />
      )}
      {open === 'deploy' && (
        <DeploymentDialog licenseId={page.licenseId} onClose={close} regions={regions} />
      )}
      {open === 'usageKey' && <UsageKeyDialog onClose={close} page={page} />}
    </div>
  )
}

const MoveDialog = ({
  action,
  licenseId,
  onClose,
}: {
  action: LicenseAction
  licenseId: string
  onClose: () => void
}) => {
  const { t } = useText()
  const { run } = useCommand()
  const answer = (reason?: string) => {
    onClose()
    void run({
      path: `/v1/licenses/${licenseId}/${action}`,
      body: { reason },
      done: t('actionDone', { action: t(`did.${action}`), order: licenseId }),
    })
  }
  return (
    <AskDialog
      confirm={t(`task.${action}`)}
      hint={t(`hint.${action}`)}
      onAnswer={answer}
      onClose={onClose}
      question={action === 'resume' ? 'confirm' : 'reason'}
      title={t('reasonTitle', { action: t(`task.${action}`), order: licenseId })}
    />
  )
}

export type LicenseOverviewProps = {
  page: LicensePage
  slugs: Slugs
  currencies: string[]
  regions: string[]
}
