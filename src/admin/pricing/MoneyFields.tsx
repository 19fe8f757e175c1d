'use client'

import { InputField } from '../ui/fields/InputField'
import { SelectField } from '../ui/fields/SelectField'
import { useText } from '../useText'

type Money = { amount: string; currency: string }

type Props = {
  /** What the amount is called. */
  label: string
  value: Money
  currencies: string[]
  error: string | undefined
  onChange: (change: Partial<Money>) => void
}

/** An amount as it is typed, and its currency. */
export const MoneyFields = ({ currencies, error, label, onChange, value }: Props) => {
  const { t } = useText()
  return (
    <>
      <InputField
        error={error}
        inputMode="decimal"
        label={label}
        name="amount"
        onChange={(amount) => onChange({ amount })}
        value={value.amount}
      />
      <SelectField
        label={t('currency')}
        name="currency"
        onChange={(currency) => onChange({ currency })}
        options={currencies.map((code) => [code, code] as const)}
        value={value.currency}
      />
    </>
  )
}
