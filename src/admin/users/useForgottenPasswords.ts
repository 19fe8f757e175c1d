'use client'

import { useForm, useFormFields, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/**
 * Payload hides the fields of a new password with every answer, and keeps what is in them. Here they
 * stay where a save is refused, with what is wrong with them, and are emptied once it is done: the
 * next save would send them again.
 */
export const useForgottenPasswords = (): void => {
  const { dispatchFields, setBackgroundProcessing, setModified } = useForm()
  const processing = useFormProcessing()
  const submitted = useFormSubmitted()
  const isSecret = useFormFields(
    ([{ currentPassword, password }]) => password !== undefined || Boolean(currentPassword?.value),
  )
  const sent = useRef(false)
  useEffect(() => {
    if (processing && isSecret) {
      sent.current = true
      // A change while a save is under way is the one thing that keeps a form "modified" after it.
      setBackgroundProcessing(true)
      setModified(true)
      setBackgroundProcessing(false)
    }
    if (processing || !sent.current) return
    sent.current = false
    if (submitted) return
    for (const path of ['password', 'confirm-password']) dispatchFields({ type: 'REMOVE', path })
    dispatchFields({ type: 'UPDATE', path: 'currentPassword', valid: true, value: '' })
    setModified(false)
  }, [dispatchFields, isSecret, processing, setBackgroundProcessing, setModified, submitted])
}
