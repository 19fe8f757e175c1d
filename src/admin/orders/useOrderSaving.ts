'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'

import { callApi, type ApiAnswer, type ApiError } from '../callApi'
import { errorText } from '../errorText'
import { bodyOf, faultsOf, type Draft, type OrderView } from './orderDraft'
import { requestKeys } from '../requestKey'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'

type Stored = { order: OrderView }

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
  const keyFor = useRef(requestKeys())
  const [id, setId] = useState(order?.id ?? null)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<ApiError[]>([])
  const seen = useRef(order?.revision)

  const store = async (draft: Draft): Promise<ApiAnswer<Stored>> => {
    const body = bodyOf(draft)
    if (id) {
      const url = routes.api(`/v1/partners/orders/${id}`)
      return callApi<Stored>(url, { method: 'PATCH', body: { ...body, revision: seen.current } })
    }
    const headers = { 'Idempotency-Key': keyFor.current(JSON.stringify(body)) }
    const url = routes.api('/v1/partners/orders')
    const answer = await callApi<Stored>(url, {
      method: 'POST',
      headers,
      body: { ...body, submit: false },
    })
    if (answer.ok) setId(answer.body.order.id)
    return answer
  }

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
    seen.current = saved.revision
    onSaved(saved)
    if (submit) {
      const sent = await send(saved, total)
      if (!sent.ok) return sent.errors
    }
    finish(saved, submit)
    return []
  }

  /** At the total that was on the page: a higher one is asked about. */
  const send = ({ id: saved, revision, total: stored }: OrderView, total = stored) =>
    callApi<Stored>(routes.api(`/v1/partners/orders/${saved}/submit`), {
      method: 'POST',
      body: { revision, total },
    })

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
