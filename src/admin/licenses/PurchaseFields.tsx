'use client'

import { purchaseTypeChoices, renewalBasisChoices } from '../../../collections/choices'
import { MAX_QUANTITY, MAX_YEARS } from '../../domain/products/licenseTypes'
import type { RenewalBasis } from '../../domain/purchases/purchases'
import { Choices } from '../ui/fields/Choices'
import { InputField } from '../ui/fields/InputField'
import { MoneyFields } from '../pricing/MoneyFields'
import type { ChosenProduct, Faults } from '../operationsCenter/operationsDraft'
import { SelectField } from '../ui/fields/SelectField'
import { useChoices } from '../ui/fields/useChoices'
import { useText } from '../useText'
import { recordableTypes, type PurchaseDraft, type RecordableType } from './purchaseDraft'

type Props = {
  draft: PurchaseDraft
  currencies: string[]
  products: ChosenProduct[]
  /** A license that never ends needs no renewal. */
  endless: boolean
  faults: Faults
  onChange: (changes: Partial<PurchaseDraft>) => void
}

/** What was bought, for how long and for how much. */
export const PurchaseFields = ({ endless, products, ...props }: Props) => {
  const { t } = useText()
  const { draft, onChange } = props
  const types = useChoices(purchaseTypeChoices).filter(
    ([type]) =>
      recordableTypes.includes(type as RecordableType) && !(endless && type === 'renewal'),
  )
  const error = useFault(props.faults)
  return (
    <>
      <Choices<string>
        label={t('purchaseType')}
        onChoose={(type) => onChange({ type: type as RecordableType })}
        options={types}
        value={draft.type}
      />
      <div className="channel-field-grid">
        {draft.type === 'renewal' && <RenewalFields {...props} />}
        {draft.type === 'upgrade' && (
          <SelectField
            empty={t('chooseProduct')}
            error={error('product')}
            label={t('newProduct')}
            name="sku"
            onChange={(sku) => onChange({ sku })}
            options={products.map(({ name, sku }) => [sku, name] as const)}
            value={draft.sku}
          />
        )}
        {(['workspaces', 'users'] as const).map((field) => (
          <InputField
            error={error(field)}
            inputMode="numeric"
            key={field}
            label={t(`${field}Added`)}
            name={field}
            onChange={(text) => onChange({ [field]: text })}
            value={draft[field]}
          />
        ))}
        <MoneyFields
          currencies={props.currencies}
          error={error('amount')}
          label={t('amount')}
          onChange={onChange}
          value={draft}
        />
        <InputField
          className="channel-field-grid__wide"
          label={t('noteOptional')}
          maxLength={2000}
          name="note"
          onChange={(note) => onChange({ note })}
          value={draft.note}
        />
      </div>
    </>
  )
}

type FieldsProps = Omit<Props, 'endless' | 'products'>

const useFault = (faults: Faults) => {
  const { number, t } = useText()
  const limits = { maxYears: number(MAX_YEARS), maxQuantity: number(MAX_QUANTITY) }
  return (field: string) => {
    const key = faults[field]
    return key && t(key, limits)
  }
}

const RenewalFields = ({ draft, faults, onChange }: FieldsProps) => {
  const { t } = useText()
  const error = useFault(faults)
  const bases = useChoices(renewalBasisChoices)
  return (
    <>
      <InputField
        error={error('durationYears')}
        inputMode="numeric"
        label={t('years')}
        name="durationYears"
        onChange={(durationYears) => onChange({ durationYears })}
        value={draft.durationYears}
      />
      <SelectField
        label={t('renewalBasis')}
        name="basis"
        onChange={(basis) => onChange({ basis: basis as RenewalBasis })}
        options={bases}
        value={draft.basis}
      />
    </>
  )
}
