'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { ApiError } from '../callApi'
import { errorText } from '../errorText'
import { faultsOf, type Draft, type OrderView } from './orderDraft'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import { useStoredOrder } from './useStoredOrder'

type Saving = {
  order: OrderView | null
  slug: string
  maxLines: number
  /** The draft as the server stored it, before the page goes on. */
  onSaved: (order: OrderView) => void
}

/** No fault of what was typed: the page asks about a price that has risen, and a change of others'. */
export const isFault = ({ code }: ApiError): boolean =>
  code !== 'PRICE_CHANGED' && code !== 'EDIT_CONFLICT'

/** What went wrong with the order as a whole, which no field shows. */
export const generalFault = (errors: ApiError[]): ApiError | undefined =>
  errors.filter(isFault).find(({ path }) => path === undefined)

/** Saves and submits; what is refused stays in `errors` until the next attempt. */
export const useOrderSaving = ({ order, slug, maxLines, onSaved }: Saving) => {
  const texts = useText()
  const routes = useRoutes()
  const router = useRouter()
  const { store, submit: send } = useStoredOrder(order)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<ApiError[]>([])

  const finish = (saved: OrderView, submitted: boolean) => {
    const message = submitted
      ? texts.t('orderSubmitted', { number: saved.orderNumber })
      : texts.t('draftSaved')
    toast.success(message)
    if (order) router.refresh()
    else router.replace(routes.admin(`/collections/${slug}/${saved.id}`))
  }

  const run = async (draft: Draft, submit: boolean, total?: number): Promise<ApiError[]> => {
    const faults = faultsOf(draft, maxLines, submit)
    if (faults.length > 0) return faults
    const stored = await store(draft)
    if (!stored.ok) return stored.errors
    const saved = stored.body.order
    onSaved(saved)
    if (submit) {
      const sent = await send(saved, total)
      if (!sent.ok) return sent.errors
    }
    finish(saved, submit)
    return []
  }

  const save = async (draft: Draft, submit: boolean, total?: number): Promise<ApiError[]> => {
    if (busy) return []
    setBusy(true)
    const refused = await run(draft, submit, total)
    setErrors(refused)
    setBusy(false)
    const general = generalFault(refused)
    if (general) toast.error(errorText(texts, general))
    return refused
  }

  return { busy, errors, save }
}
