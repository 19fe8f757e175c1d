'use client'

import { Labeled } from './Labeled'

type Props = {
  label: string
  name: string
  value: string
  options: readonly (readonly [value: string, text: string])[]
  /** Stands for nothing chosen. */
  empty?: string
  error?: string
  className?: string
  onChange: (value: string) => void
}

/** A labeled choice of one. */
export const SelectField = ({
  className,
  empty,
  error,
  label,
  name,
  onChange,
  options,
  value,
}: Props) => (
  <Labeled className={className} error={error} label={label}>
    {(field) => (
      <select
        {...field}
        className="channel-input"
        name={name}
        onChange={(event) => onChange(event.target.value)}
        value={value}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Labeled>
)
