'use client'

import { useCallback } from 'react'

import type { OrderAction } from '../domain/orderMachine'
import { callApi, type ApiError } from './callApi'
import { useRoutes } from './useRoutes'

/** Moves one order along its machine. Gives back why not, or `null`. */
export const useOrderAction = () => {
  const routes = useRoutes()
  return useCallback(
    async (id: string, action: OrderAction, reason?: string): Promise<ApiError | null> => {
      const answer = await callApi(routes.api(`/v1/orders/${id}/${action}`), {
        method: 'POST',
        body: reason === undefined ? {} : { reason },
      })
      return answer.ok ? null : (answer.errors[0] ?? { code: 'INTERNAL', message: '' })
    },
    [routes],
  )
}
