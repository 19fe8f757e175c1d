'use client'

import { environmentChoices } from '../../../collections/choices'
import { InputField } from '../ui/fields/InputField'
import { SelectField } from '../ui/fields/SelectField'
import { useText } from '../useText'
import type { DeploymentDraft } from './deploymentDraft'
import { EngineerField } from './EngineerField'

type Props = {
  draft: DeploymentDraft
  regions: string[]
  onChange: (changes: Partial<DeploymentDraft>) => void
}

/** Where, when and by whom a license is deployed. */
export const DeploymentFields = ({ draft, onChange, regions }: Props) => {
  const { language, t } = useText()
  const environments = environmentChoices.map(
    ([value, en, zh]) => [value, language === 'zh' ? zh : en] as const,
  )
  return (
    <div className="channel-field-grid">
      <SelectField
        label={t('environment')}
        name="environment"
        onChange={(environment) => onChange({ environment })}
        options={environments}
        value={draft.environment}
      />
      <InputField
        label={t('scheduledAt')}
        name="scheduledAt"
        onChange={(scheduledAt) => onChange({ scheduledAt })}
        required
        type="datetime-local"
        value={draft.scheduledAt}
      />
      <InputField
        label={t('versionOptional')}
        maxLength={60}
        name="version"
        onChange={(version) => onChange({ version })}
        value={draft.version}
      />
      <SelectField
        empty={t('customersRegion')}
        label={t('region')}
        name="region"
        onChange={(region) => onChange({ region })}
        options={regions.map((region) => [region, region] as const)}
        value={draft.region}
      />
      <EngineerField
        onChange={(engineer) => onChange({ engineer })}
        region={draft.region}
        value={draft.engineer}
      />
    </div>
  )
}
