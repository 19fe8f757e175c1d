'use client'

import { PasswordField, useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'

/** Asks for the present password on one's own account, as soon as the password or e-mail changes. */
export const CurrentPasswordField = ({ field: { label } }: TextFieldClientProps) => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const isAsked = useFormFields(
    ([{ email, password }]) =>
      password !== undefined || (email !== undefined && email.value !== email.initialValue),
  )
  if (!isAsked || id === undefined || String(user?.id) !== String(id)) return null
  return (
    <PasswordField
      autoComplete="current-password"
      field={{ name: 'currentPassword', label, required: true }}
      path="currentPassword"
    />
  )
}
