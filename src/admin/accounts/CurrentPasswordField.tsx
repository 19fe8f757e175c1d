'use client'

import { PasswordField, useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientProps, TextFieldValidation } from 'payload'
import { useCallback, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

import { isChanging } from './isChanging'
import { useAuthBlock } from './useAuthBlock'
import { useForgottenPasswords } from './useForgottenPasswords'

/** Asks for the present password on one's own account, as soon as the password or e-mail changes. */
export const CurrentPasswordField = ({ field: { label } }: TextFieldClientProps) => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  useForgottenPasswords()
  // The fields themselves: whatever is told of them, Payload's block may have changed.
  const password = useFormFields(([fields]) => fields.password)
  const email = useFormFields(([fields]) => fields.email)
  const isSelf = id !== undefined && String(user?.id) === String(id)
  const isAsked =
    isSelf && (isChanging(password) || (email !== undefined && email.value !== email.initialValue))
  const block = useAuthBlock(isAsked)
  const validate = useRequired(isAsked)
  if (!isAsked || !block) return null
  return createPortal(
    <PasswordField
      autoComplete="current-password"
      field={{ name: 'currentPassword', label, required: true }}
      path="currentPassword"
      validate={validate}
    />,
    block,
  )
}

/** Required while it is asked for: the form keeps the check after the field is gone. */
const useRequired = (isAsked: boolean): TextFieldValidation => {
  const asked = useRef(isAsked)
  useEffect(() => {
    asked.current = isAsked
  }, [isAsked])
  return useCallback(
    (value, { req: { t } }) => !asked.current || Boolean(value) || t('validation:required'),
    [],
  )
}
