'use client'

import { DeploymentFields } from '../deployments/DeploymentFields'
import { useText } from '../useText'
import type { StepProps } from './stepProps'

/** When and where it is deployed; may be left for later. */
export const DeploymentStep = ({ draft, faults, onChange, regions }: StepProps) => {
  const { t } = useText()
  return (
    <>
      <label className="channel-check">
        <input
          checked={draft.deploys}
          name="deploys"
          onChange={(event) => onChange({ deploys: event.target.checked })}
          type="checkbox"
        />
        {t('scheduleNow')}
      </label>
      {draft.deploys ? (
        <DeploymentFields
          draft={draft.deployment}
          onChange={(changes) => onChange({ deployment: { ...draft.deployment, ...changes } })}
          regions={regions}
        />
      ) : (
        <p className="channel-hint">{t('scheduleLater')}</p>
      )}
      {faults.scheduledAt && <p className="channel-field__error">{t(faults.scheduledAt)}</p>}
    </>
  )
}
