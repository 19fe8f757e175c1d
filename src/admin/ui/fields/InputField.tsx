'use client'

import type { ComponentProps } from 'react'

import { Labeled } from './Labeled'

type Props = Omit<ComponentProps<'input'>, 'id' | 'onChange'> & {
  label: string
  error?: string
  className?: string
  onChange: (value: string) => void
}

/** A labeled input; what is typed goes out as text. */
export const InputField = ({ className, error, label, onChange, ...input }: Props) => (
  <Labeled className={className} error={error} label={label}>
    {(field) => (
      <input
        {...input}
        {...field}
        className="channel-input"
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Labeled>
)
