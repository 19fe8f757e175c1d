import { MAX_QUANTITY, MAX_YEARS } from '../domain/products/licenseTypes'
import type { ApiError } from './callApi'
import { keyOf } from './texts'
import type { Texts } from './useText'

/** An error in the reader's language: by its code, else by its field, else as the server put it. */
export const errorText = ({ t, number }: Texts, { code, message, path }: ApiError): string => {
  const field = path?.split('.').at(-1) ?? ''
  const key =
    code === 'INVALID_INPUT' ? keyOf('field', field) : (code && keyOf('error', code)) || undefined
  const limits = { maxQuantity: number(MAX_QUANTITY), maxYears: number(MAX_YEARS) }
  return key ? t(key, limits) : message || t('error.INTERNAL')
}
