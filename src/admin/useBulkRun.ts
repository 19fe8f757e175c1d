'use client'

import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { OrderAction, OrderState } from '../domain/orderMachine'
import { errorText } from './errorText'
import { useOrderAction, type SeenOrder } from './useOrderAction'
import { useText } from './useText'

export type BulkTarget = SeenOrder & { orderNumber: string; state: OrderState }
export type BulkReport = {
  action: OrderAction
  count: number
  failures: { orderNumber: string; message: string }[]
}

/** One order after the other: each is decided on its own, and one that fails stops none. */
export const useBulkRun = () => {
  const texts = useText()
  const router = useRouter()
  const act = useOrderAction()
  const [progress, setProgress] = useState<{ done: number; count: number } | null>(null)
  const [report, setReport] = useState<BulkReport | null>(null)
  const run = async (targets: BulkTarget[], action: OrderAction, reason?: string) => {
    const failures: BulkReport['failures'] = []
    const count = targets.length
    setReport(null)
    for (const [done, target] of targets.entries()) {
      setProgress({ done, count })
      const refused = await act(target, action, reason)
      const { orderNumber } = target
      if (refused) failures.push({ orderNumber, message: errorText(texts, refused) })
    }
    setProgress(null)
    setReport({ action, count, failures })
    router.refresh()
  }
  return { progress, report, run, dismiss: () => setReport(null) }
}
