'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

/** JSON to read: the stock field loads an editor from a server elsewhere. */
export const JsonText: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path })
  return (
    <div className="field-type">
      <FieldLabel label={field.label} path={path} />
      <pre className="channel-json">
        {value === undefined ? '–' : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  )
}
