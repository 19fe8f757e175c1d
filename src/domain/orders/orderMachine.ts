import type { ErrorCode } from '../errors'

import { isInvoiceTerms, type PaymentTerms } from '../partners/paymentTerms'
import { defineMachine } from '../machine'

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
  /** Whether what was accepted is the agreement of today. */
  agreementIsCurrent: boolean
  partnerIsActive: boolean
  lineCount: number
  licenseCount: number
  /** By the host's options. */
  most: { lines: number; licenses: number }
  /** Of the order and of each of its lines. */
  currencies: string[]
  /** Minor units. */
  total: number
  /** Minor units of the order's currency; absent = no limit, negative = nothing at all. */
  approvalLimit?: number
}

type Fault = { code: ErrorCode; path: string; message?: string }
type Guard = (order: OrderFacts) => Fault | null

const hasLines: Guard = (order) =>
  order.lineCount > 0 ? null : { code: 'ORDER_EMPTY', path: 'items' }
const isSmall: Guard = ({ lineCount, licenseCount, most }) =>
  tooManyLines(lineCount, most.lines) ?? tooManyLicenses(licenseCount, most.licenses)
const hasOneCurrency: Guard = ({ currencies }) =>
  new Set(currencies).size <= 1 ? null : { code: 'CURRENCY_CONFLICT', path: 'currency' }
const hasActivePartner: Guard = (order) =>
  order.partnerIsActive ? null : { code: 'PARTNER_INACTIVE', path: 'partner' }
const hasAgreement: Guard = (order) =>
  order.agreementAcknowledged ? null : { code: 'AGREEMENT_REQUIRED', path: 'agreementAcknowledged' }
const hasAgreementOfToday: Guard = (order) =>
  order.agreementIsCurrent ? null : { code: 'AGREEMENT_CHANGED', path: 'agreementAcknowledged' }
const withinLimit: Guard = (order) =>
  order.approvalLimit === undefined || order.total <= order.approvalLimit
    ? null
    : { code: 'APPROVAL_LIMIT_EXCEEDED', path: 'total' }

export const tooManyLines = (count: number, most: number): Fault | null =>
  count <= most
    ? null
    : {
        code: 'TOO_MANY_LINES',
        path: 'items',
        message: `The order has ${count} lines; one order may have ${most}.`,
      }

export const tooManyLicenses = (count: number, most: number): Fault | null =>
  count <= most
    ? null
    : {
        code: 'TOO_MANY_LICENSES',
        path: 'items',
        message: `The order asks for ${count} licenses; one order may have ${most}.`,
      }

/** What must hold for an action, in the order in which it is checked. */
export const orderGuards: Partial<Record<OrderAction, Guard[]>> = {
  submit: [hasLines, hasAgreement, hasAgreementOfToday, hasActivePartner, isSmall, hasOneCurrency],
  approve: [hasLines, hasActivePartner, isSmall, hasOneCurrency, withinLimit],
}

/** Approval skips payment where the partner's terms are on invoice. */
export const stateAfterApproval = (terms: PaymentTerms): OrderState =>
  isInvoiceTerms(terms) ? 'in_progress' : 'pending_payment'
