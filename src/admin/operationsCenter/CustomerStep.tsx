'use client'

import { InputField } from '../ui/fields/InputField'
import { TypeAhead } from '../ui/fields/TypeAhead'
import { useText } from '../useText'
import type { StepProps } from './stepProps'

/** Who gets the license, and through whom. */
export const CustomerStep = ({ draft, faults, onChange }: StepProps) => {
  const { t } = useText()
  const isNew = !draft.customer && draft.customerName.trim() !== ''
  return (
    <div className="channel-field-grid">
      <TypeAhead
        chosen={draft.customer ?? (isNew ? { id: '', name: draft.customerName } : null)}
        error={faults.customer && t(faults.customer)}
        label={t('customer')}
        name="customer"
        onChoose={(customer) => onChange({ customer })}
        onNew={(customerName) => onChange({ customer: null, customerName })}
        resource="customers"
      />
      {isNew && (
        <InputField
          error={faults.email && t(faults.email)}
          label={t('newCustomerEmail')}
          maxLength={200}
          name="customerEmail"
          onChange={(customerEmail) => onChange({ customerEmail })}
          type="email"
          value={draft.customerEmail}
        />
      )}
      <p aria-live="polite" className="channel-hint channel-field-grid__wide">
        {draft.customer ? t('customerFound') : isNew ? t('customerNew') : t('customerHint')}
      </p>
      <TypeAhead
        chosen={draft.partner}
        label={t('resellerOptional')}
        name="partner"
        onChoose={(partner) => onChange({ partner })}
        resource="partners"
      />
      <TypeAhead
        chosen={draft.salesRep}
        label={t('salesRepOptional')}
        name="salesRep"
        onChoose={(salesRep) => onChange({ salesRep })}
        resource="salesReps"
      />
    </div>
  )
}
