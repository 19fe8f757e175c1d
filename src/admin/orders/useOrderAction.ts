'use client'

import { useCallback } from 'react'

import type { OrderAction } from '../../domain/orders/orderMachine'
import { callApi, type ApiError } from '../callApi'
import { useRoutes } from '../useRoutes'

/** An order as its reader has seen it. */
export type SeenOrder = { id: string; revision: number }

/** Moves one order along its machine. Gives back why not, or `null`. */
export const useOrderAction = () => {
  const routes = useRoutes()
  return useCallback(
    async (
      { id, revision }: SeenOrder,
      action: OrderAction,
      reason?: string,
    ): Promise<ApiError | null> => {
      const answer = await callApi(routes.api(`/v1/orders/${id}/${action}`), {
        method: 'POST',
        body: { revision, ...(reason !== undefined && { reason }) },
      })
      return answer.ok ? null : (answer.errors[0] ?? { code: 'INTERNAL', message: '' })
    },
    [routes],
  )
}
