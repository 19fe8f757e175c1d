import type { ErrorCode } from './errors'

import { isInvoiceTerms, type PaymentTerms } from './paymentTerms'
import { defineMachine } from './machine'

export const orderStates = [
  'draft',
  'pending_review',
  'pending_payment',
  'in_progress',
  'completed',
  'rejected',
  'cancelled',
] as const

export type OrderState = (typeof orderStates)[number]

export const orderMachine = defineMachine<OrderState>('draft', {
  draft: { to: { submit: ['pending_review'], cancel: ['cancelled'] } },
  pending_review: {
    to: {
      approve: ['pending_payment', 'in_progress'],
      reject: ['rejected'],
      return: ['draft'],
      cancel: ['cancelled'],
    },
  },
  pending_payment: { to: { pay: ['in_progress'], cancel: ['cancelled'] } },
  // Its licenses are issued: they are terminated, or their purchases undone, one by one.
  in_progress: { to: { complete: ['completed'] } },
  completed: { to: {} },
  rejected: { to: { revise: ['draft'] } },
  cancelled: { to: {} },
})

export const orderActions = [
  'submit',
  'approve',
  'reject',
  'return',
  'pay',
  'complete',
  'revise',
  'cancel',
] as const

export type OrderAction = (typeof orderActions)[number]

/** The actions that must say why. */
export const actionsWithReason: OrderAction[] = ['reject', 'return']

/** The states of an order whose licenses are issued. */
export const issuedStates: OrderState[] = ['in_progress', 'completed']

/** The `status` of the v1 API, derived from the state and never stored. */
export const orderStatus: Record<OrderState, string> = {
  draft: 'DRAFT',
  pending_review: 'PENDING',
  pending_payment: 'APPROVED',
  in_progress: 'APPROVED',
  completed: 'COMPLETED',
  rejected: 'REJECTED',
  cancelled: 'CANCELLED',
}

/** What a guard looks at: the order as it is about to enter the state. */
export type OrderFacts = {
  agreementAcknowledged: boolean
  lineCount: number
  /** Minor units. */
  total: number
  /** Minor units; absent = no limit. */
  approvalLimit?: number
}

type Guard = (order: OrderFacts) => { code: ErrorCode; path: string } | null

const hasLines: Guard = (order) =>
  order.lineCount > 0 ? null : { code: 'ORDER_EMPTY', path: 'items' }
const hasAgreement: Guard = (order) =>
  order.agreementAcknowledged ? null : { code: 'AGREEMENT_REQUIRED', path: 'agreementAcknowledged' }
const withinLimit: Guard = (order) =>
  order.approvalLimit === undefined || order.total <= order.approvalLimit
    ? null
    : { code: 'APPROVAL_LIMIT_EXCEEDED', path: 'total' }

/** What must hold for an action, in the order in which it is checked. */
export const orderGuards: Partial<Record<OrderAction, Guard[]>> = {
  submit: [hasLines, hasAgreement],
  approve: [hasLines, withinLimit],
}

/** Approval skips payment where the partner's terms are on invoice. */
export const stateAfterApproval = (terms: PaymentTerms): OrderState =>
  isInvoiceTerms(terms) ? 'in_progress' : 'pending_payment'
