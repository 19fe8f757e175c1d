'use client'

import { useRef, useState } from 'react'

import { callApi, type ApiAnswer } from '../callApi'
import { requestKeys } from '../requestKey'
import { useRoutes } from '../useRoutes'
import { bodyOf, type Draft, type OrderView } from './orderDraft'

export type Stored = { order: OrderView }

/** The order as the server has it: made by the first save, changed by those after, then submitted. */
export const useStoredOrder = (order: OrderView | null) => {
  const { api } = useRoutes()
  const keyFor = useRef(requestKeys())
  const [id, setId] = useState(order?.id ?? null)
  const seen = useRef(order?.revision)

  const write = (draft: Draft): Promise<ApiAnswer<Stored>> => {
    const body = bodyOf(draft)
    if (id) {
      const changes = { ...body, revision: seen.current }
      return callApi<Stored>(api(`/v1/partners/orders/${id}`), { method: 'PATCH', body: changes })
    }
    return callApi<Stored>(api('/v1/partners/orders'), {
      method: 'POST',
      headers: { 'Idempotency-Key': keyFor.current(JSON.stringify(body)) },
      body: { ...body, submit: false },
    })
  }

  const store = async (draft: Draft): Promise<ApiAnswer<Stored>> => {
    const answer = await write(draft)
    if (!answer.ok) return answer
    setId(answer.body.order.id)
    seen.current = answer.body.order.revision
    return answer
  }

  /** At the total that was on the page: a higher one is asked about. */
  const submit = ({ id: saved, revision, total: stored }: OrderView, total = stored) =>
    callApi<Stored>(api(`/v1/partners/orders/${saved}/submit`), {
      method: 'POST',
      body: { revision, total },
    })

  return { store, submit }
}
