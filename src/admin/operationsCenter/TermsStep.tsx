'use client'

import { expiryOf } from '../../domain/products/licenseTypes'
import { Instant } from '../ui/Instant'
import { InputField } from '../ui/fields/InputField'
import { MoneyFields } from '../pricing/MoneyFields'
import { errorText } from '../errorText'
import { useLoad } from '../ui/useLoad'
import { useText } from '../useText'
import { useToday } from '../ui/useToday'
import { ends } from './operationsDraft'
import type { StepProps } from './stepProps'

/** How much, how long and for how much money; with the ID and the end that come of it. */
export const TermsStep = ({ currencies, draft, faults, onChange }: StepProps) => {
  const texts = useText()
  const { t } = texts
  const error = (field: string) => {
    const key = faults[field]
    return key
      ? errorText(texts, { code: 'INVALID_INPUT', message: '', path: key.slice(6) })
      : undefined
  }
  return (
    <>
      <Preview draft={draft} />
      <div className="channel-field-grid">
        {(['workspaces', 'users'] as const).map((field) => (
          <InputField
            error={error(field)}
            inputMode="numeric"
            key={field}
            label={t(field)}
            name={field}
            onChange={(text) => onChange({ [field]: text })}
            value={draft[field]}
          />
        ))}
        {ends(draft.licenseType) && (
          <InputField
            error={error('durationYears')}
            inputMode="numeric"
            label={t('years')}
            name="durationYears"
            onChange={(durationYears) => onChange({ durationYears })}
            value={draft.durationYears}
          />
        )}
        <MoneyFields
          currencies={currencies}
          error={error('amount')}
          label={t('amountOptional')}
          onChange={onChange}
          value={draft}
        />
      </div>
    </>
  )
}

const Preview = ({ draft }: Pick<StepProps, 'draft'>) => {
  const { t } = useText()
  const today = useToday()
  const sku = encodeURIComponent(draft.product?.sku ?? '')
  const { load } = useLoad<{ licenseId: string }>(`/v1/licenses/preview-id?sku=${sku}`)
  const years = Number(draft.durationYears)
  const expiresAt =
    today && Number.isInteger(years) && years > 0 && years < 1000
      ? expiryOf(draft.licenseType, today, years)
      : null
  return (
    <dl className="channel-facts channel-preview">
      <div>
        <dt>{t('licenseIdPreview')}</dt>
        <dd data-preview="licenseId">{load.status === 'ready' ? load.data.licenseId : '…'}</dd>
      </div>
      <div>
        <dt>{t('expires')}</dt>
        <dd>
          {expiresAt ? (
            <Instant at={expiresAt.toISOString()} dateOnly />
          ) : (
            t(ends(draft.licenseType) ? 'unknown' : 'never')
          )}
        </dd>
      </div>
    </dl>
  )
}
