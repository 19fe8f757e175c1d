import { describe, expect, it } from '@jest/globals'
import {
  actionsWithReason,
  orderActions,
  orderMachine,
  orderStates,
  orderStatus,
  stateAfterApproval,
  type OrderState,
} from '../../../src/domain/orders/orderMachine'
import { paymentTerms } from '../../../src/domain/partners/paymentTerms'

/** The order's states as the business agreed on them. */
const agreed: Record<OrderState, [status: string, to: OrderState[]]> = {
  draft: ['DRAFT', ['pending_review', 'cancelled']],
  pending_review: ['PENDING', ['pending_payment', 'in_progress', 'rejected', 'draft', 'cancelled']],
  pending_payment: ['APPROVED', ['in_progress', 'cancelled']],
  in_progress: ['APPROVED', ['completed']],
  completed: ['COMPLETED', []],
  rejected: ['REJECTED', ['draft']],
  cancelled: ['CANCELLED', []],
}

describe('orderMachine', () => {
  it.each(orderStates)('leads from %s where the business agreed, and nowhere else', (from) => {
    for (const to of orderStates)
      expect([to, orderMachine.allows(from, to)]).toEqual([to, agreed[from][1].includes(to)])
  })

  it('starts as a draft', () => {
    expect(orderMachine.initial).toBe('draft')
    expect([...orderMachine.states].sort()).toEqual([...orderStates].sort())
  })

  it.each(orderStates)('has something to do in %s, unless the order is over', (state) => {
    const isOver = state === 'completed' || state === 'cancelled'
    expect(orderMachine.actions(state).length > 0).toBe(!isOver)
  })

  it('has no action without a name in the list of actions, and no name without an action', () => {
    const used = new Set(orderStates.flatMap((state) => orderMachine.actions(state)))
    expect([...used].sort()).toEqual([...orderActions].sort())
  })

  it('says why an order is turned away', () => {
    expect(actionsWithReason).toEqual(['reject', 'return'])
  })
})

describe('orderStatus', () => {
  it.each(orderStates)('shows %s as the v1 API promised', (state) => {
    expect(orderStatus[state]).toBe(agreed[state][0])
  })
})

describe('stateAfterApproval', () => {
  it.each([
    ['prepaid', 'pending_payment'],
    ['net_15', 'in_progress'],
    ['net_30', 'in_progress'],
    ['net_60', 'in_progress'],
  ] as const)('of a partner on %s terms is %s', (terms, state) => {
    expect(stateAfterApproval(terms)).toBe(state)
  })

  it('is a state that approval may lead to, for all terms', () => {
    for (const terms of paymentTerms)
      expect(orderMachine.targets('pending_review', 'approve')).toContain(stateAfterApproval(terms))
  })

  it.each([undefined, null, '', 'net_90', 'toString'])(
    'waits for the payment where the terms are not known: %p',
    (terms) => {
      expect(stateAfterApproval(terms as never)).toBe('pending_payment')
    },
  )
})
