'use client'

import { useId } from 'react'

import { useText } from '../useText'

export type Agreement = { version: string; en: string; zh: string }

/** The text that a partner accepts with an order; the server keeps version and time. */
export const AgreementField = ({
  agreement,
  checked,
  error,
  onChange,
}: {
  agreement: Agreement
  checked: boolean
  error?: string
  onChange: (checked: boolean) => void
}) => {
  const { language, t } = useText()
  const id = useId()
  return (
    <div className="channel-agreement">
      <label className="channel-agreement__label" htmlFor={id}>
        <input
          aria-describedby={error ? `${id}-error ${id}-version` : `${id}-version`}
          aria-invalid={error ? true : undefined}
          checked={checked}
          id={id}
          name="agreementAcknowledged"
          onChange={(event) => onChange(event.target.checked)}
          type="checkbox"
        />
        <span>{agreement[language]}</span>
      </label>
      <p className="channel-hint" id={`${id}-version`}>
        {t('agreementVersion', { version: agreement.version })}
      </p>
      {error && (
        <p className="channel-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
