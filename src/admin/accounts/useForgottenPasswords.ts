'use client'

import {
  useForm,
  useFormFields,
  useFormModified,
  useFormProcessing,
  useFormSubmitted,
} from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { isChanging } from './isChanging'
import { useFilledSecrets } from './useFilledSecrets'

/**
 * Payload hides the fields of a new password with every answer, and keeps what is in them. Here they
 * stay where a save is refused, with what is wrong with them, and are emptied once it is done: the
 * next save would send them again.
 */
export const useForgottenPasswords = (): void => {
  useFilledSecrets()
  const { dispatchFields, setBackgroundProcessing, setModified } = useForm()
  const modified = useFormModified()
  const processing = useFormProcessing()
  const submitted = useFormSubmitted()
  const isLeft = useFormFields(([{ password }]) => isChanging(password))
  const isSecret = useFormFields(
    ([{ currentPassword, password }]) => isChanging(password) || Boolean(currentPassword?.value),
  )
  const step = useRef<'done' | 'idle' | 'sent'>('idle')
  useEffect(() => {
    if (processing && isSecret) {
      step.current = 'sent'
      // A change while a save is under way is the one thing that keeps a form "modified" after it.
      setBackgroundProcessing(true)
      setModified(true)
      setBackgroundProcessing(false)
    } else if (!processing && step.current === 'sent') {
      step.current = submitted ? 'idle' : 'done'
      if (!submitted) setModified(false)
    }
  }, [isSecret, processing, setBackgroundProcessing, setModified, submitted])
  useEffect(() => {
    if (modified || step.current !== 'done') return
    step.current = 'idle'
    // Together with Payload's hiding of the fields, which would put themselves into the form again.
    forget(dispatchFields)
    dispatchFields({ type: 'UPDATE', path: 'currentPassword', valid: true, value: '' })
  }, [dispatchFields, modified])
  // A check that was under way when the fields went brings them back, invalid and out of sight.
  useEffect(() => {
    if (isLeft && !document.querySelector('#field-password')) forget(dispatchFields)
  }, [dispatchFields, isLeft])
}

const forget = (dispatchFields: ReturnType<typeof useForm>['dispatchFields']) => {
  for (const path of ['password', 'confirm-password']) dispatchFields({ type: 'REMOVE', path })
}
