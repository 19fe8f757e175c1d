'use client'

import { Button, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import type { QuantityBreak } from '../../domain/pricing/pricing'
import { Labeled } from '../ui/fields/Labeled'
import { useText } from '../useText'

const columns = [
  { name: 'minQuantity', label: 'fromQuantity' },
  { name: 'unitPrice', label: 'unitPriceMinor' },
] as const

/** Quantity breaks as rows of numbers; `unitPrice` in minor units. */
export const QuantityBreaksField: JSONFieldClientComponent = ({ path, readOnly }) => {
  const { errorMessage, setValue, showError, value } = useField<null | QuantityBreak[]>({ path })
  const { t } = useText()
  const rows = value ?? []
  const change = (next: QuantityBreak[]) => setValue(next.length > 0 ? next : null)
  return (
    <fieldset className="channel-breaks" disabled={readOnly}>
      <legend>{t('quantityBreaks')}</legend>
      {rows.length === 0 && <p className="channel-empty">{t('noQuantityBreaks')}</p>}
      {rows.map((row, index) => (
        <div className="channel-breaks__row" key={index}>
          {columns.map(({ label, name }) => (
            <Labeled key={name} label={t(label)}>
              {(field) => (
                <input
                  {...field}
                  className="channel-input"
                  inputMode="numeric"
                  min={0}
                  onChange={({ target }) =>
                    change(rows.with(index, { ...row, [name]: Number(target.value) }))
                  }
                  type="number"
                  value={row[name]}
                />
              )}
            </Labeled>
          ))}
          <Button
            aria-label={`${t('remove')} ${index + 1}`}
            buttonStyle="secondary"
            onClick={() => change(rows.toSpliced(index, 1))}
            size="small"
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      {showError && <p className="channel-field__error">{errorMessage}</p>}
      <Button
        buttonStyle="secondary"
        onClick={() => change([...rows, { minQuantity: 10, unitPrice: 0 }])}
        size="small"
      >
        {t('addQuantityBreak')}
      </Button>
    </fieldset>
  )
}
