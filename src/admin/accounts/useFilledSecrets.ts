'use client'

import { useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'

const secrets = ['password', 'confirm-password', 'currentPassword']

/**
 * A secret that was marked as missing is no longer so once it is there. Payload's field tells of a
 * check only what differs from the one before, and so leaves marks that others have set: the form
 * would stay shut with nothing wrong in it.
 */
export const useFilledSecrets = (): void => {
  const { t } = useTranslation()
  const missing = t('validation:required')
  const dispatchFields = useFormFields(([, dispatch]) => dispatch)
  const filled = useFormFields(([fields]) =>
    secrets
      .filter((path) => {
        const { errorMessage = missing, valid, value } = fields[path] ?? {}
        return valid === false && Boolean(value) && errorMessage === missing
      })
      .join(),
  )
  useEffect(() => {
    for (const path of filled.split(',').filter(Boolean))
      dispatchFields({ type: 'UPDATE', path, valid: true })
  }, [dispatchFields, filled])
}
