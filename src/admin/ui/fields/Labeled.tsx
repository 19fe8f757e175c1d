'use client'

import { useId, type ReactNode } from 'react'

export type FieldProps = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

/** A field with its label and, beside it, what is wrong with it. */
export const Labeled = ({
  children,
  className = '',
  error,
  label,
}: {
  label: string
  error?: string
  className?: string
  children: (props: FieldProps) => ReactNode
}) => {
  const id = useId()
  const wrong = error ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` } : {}
  return (
    <div className={`channel-field ${className}`}>
      <label className="channel-field__label" htmlFor={id}>
        {label}
      </label>
      {children({ id, ...wrong })}
      {error && (
        <p className="channel-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
