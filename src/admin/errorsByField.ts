import type { ApiError } from './callApi'
import { errorText } from './errorText'
import { fieldOf, type Draft } from './orders/orderDraft'
import type { Texts } from './useText'

export type FieldErrors = Record<string, Record<string, string>>

/** Messages by the line's key, or `form`, and the field. */
export const errorsByField = (errors: ApiError[], draft: Draft, texts: Texts): FieldErrors => {
  const found: FieldErrors = {}
  for (const error of errors) {
    if (error.path === undefined) continue
    const { field, key } = fieldOf(draft, error.path) ?? { key: 'form', field: error.path }
    const fields = (found[key] ??= {})
    fields[field] ??= errorText(texts, error)
  }
  return found
}
