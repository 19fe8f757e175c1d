import { actionsWithReason, type OrderAction } from '../../domain/orders/orderMachine'

/** What an action asks before it is done; the ones that are not here are done at once. */
export type Question = 'confirm' | 'reason'

export const questionBefore = (action: OrderAction, staff: boolean): Question | null => {
  if (actionsWithReason.includes(action)) return 'reason'
  if (action !== 'cancel') return null
  // Whose order it is not says why.
  return staff ? 'reason' : 'confirm'
}

/** How prominent the button is; the ones that are not here are secondary. */
export const prominent: OrderAction[] = ['approve', 'submit', 'pay', 'complete', 'revise']

/** The ones that a whole list of orders can go through. */
export const bulkActions: OrderAction[] = ['approve', 'reject', 'return']
