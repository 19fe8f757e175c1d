'use client'

import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { OrderAction } from '../../../domain/orders/orderMachine'
import type { BulkOrder } from './bulkOrders'
import type { ApiError } from '../../callApi'
import { errorText } from '../../errorText'
import { useOrderAction } from '../useOrderAction'
import { useText, type Texts } from '../../useText'

export type BulkReport = {
  action: OrderAction
  done: BulkOrder[]
  failures: (BulkOrder & { message: string })[]
}

/** One order after the other: each is decided on its own, and one that fails stops none. */
export const useBulkRun = () => {
  const texts = useText()
  const router = useRouter()
  const act = useOrderAction()
  const [progress, setProgress] = useState<{ done: number; count: number } | null>(null)
  const [report, setReport] = useState<BulkReport | null>(null)
  const run = async (orders: BulkOrder[], action: OrderAction, reason?: string) => {
    const result: BulkReport = { action, done: [], failures: [] }
    setReport(null)
    for (const [done, order] of orders.entries()) {
      setProgress({ done, count: orders.length })
      const refused = await act(order, action, reason)
      if (refused) result.failures.push({ ...order, message: refusalText(texts, refused) })
      else result.done.push(order)
    }
    setProgress(null)
    setReport(result)
    router.refresh()
  }
  return { progress, report, run, dismiss: () => setReport(null) }
}

/** Why not; of an order that has changed its figures of now, too. */
const refusalText = (texts: Texts, error: ApiError): string => {
  const { currency, licenseCount, total } = error.details ?? {}
  const text = errorText(texts, error)
  if (error.code !== 'EDIT_CONFLICT' || typeof total !== 'number' || !currency) return text
  const { money, number, t } = texts
  const values = { total: money(total, String(currency)), licenses: number(Number(licenseCount)) }
  return `${text} ${t('bulkFigures', values)}`
}
