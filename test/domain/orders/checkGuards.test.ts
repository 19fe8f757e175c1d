import { describe, expect, it } from '@jest/globals'
import { checkGuards } from '../../../src/domain/orders/checkGuards'
import {
  orderActions,
  type OrderAction,
  type OrderFacts,
} from '../../../src/domain/orders/orderMachine'

const whole: OrderFacts = {
  agreementAcknowledged: true,
  agreementIsCurrent: true,
  partnerIsActive: true,
  lineCount: 1,
  licenseCount: 1,
  most: { lines: 2, licenses: 5 },
  currencies: ['USD'],
  total: 1_000,
}
const fault = (action: OrderAction, facts: Partial<OrderFacts>) => {
  try {
    checkGuards(action, { ...whole, ...facts })
    return null
  } catch (error) {
    const { code, entries } = error as { code: string; entries: { path?: string }[] }
    return [code, entries[0]?.path]
  }
}

describe('checkGuards', () => {
  it.each<[string, OrderAction, Partial<OrderFacts>, (string | undefined)[] | null]>([
    ['a whole order can be submitted', 'submit', {}, null],
    ['an order without lines can not', 'submit', { lineCount: 0 }, ['ORDER_EMPTY', 'items']],
    [
      'nor one whose agreement is not accepted',
      'submit',
      { agreementAcknowledged: false },
      ['AGREEMENT_REQUIRED', 'agreementAcknowledged'],
    ],
    [
      'missing lines are told first',
      'submit',
      { lineCount: 0, agreementAcknowledged: false },
      ['ORDER_EMPTY', 'items'],
    ],
    [
      'nor one whose agreement is another by now',
      'submit',
      { agreementIsCurrent: false },
      ['AGREEMENT_CHANGED', 'agreementAcknowledged'],
    ],
    ...(['submit', 'approve'] as const).flatMap(
      (action): [string, OrderAction, Partial<OrderFacts>, string[]][] => [
        [
          `nor ${action} one of an inactive partner`,
          action,
          { partnerIsActive: false },
          ['PARTNER_INACTIVE', 'partner'],
        ],
        [`nor ${action} too many lines`, action, { lineCount: 3 }, ['TOO_MANY_LINES', 'items']],
        [
          `nor ${action} too many licenses`,
          action,
          { licenseCount: 6 },
          ['TOO_MANY_LICENSES', 'items'],
        ],
        [
          `nor ${action} lines in two currencies`,
          action,
          { currencies: ['USD', 'EUR'] },
          ['CURRENCY_CONFLICT', 'currency'],
        ],
      ],
    ),
    [
      'nothing at all is approved where there is no limit for the currency',
      'approve',
      { total: 0, approvalLimit: -1 },
      ['APPROVAL_LIMIT_EXCEEDED', 'total'],
    ],
    ['an approval without a limit takes any total', 'approve', { total: 2 ** 53 - 1 }, null],
    ['a total at the limit is within it', 'approve', { total: 500, approvalLimit: 500 }, null],
    [
      'one more than the limit is not',
      'approve',
      { total: 501, approvalLimit: 500 },
      ['APPROVAL_LIMIT_EXCEEDED', 'total'],
    ],
    [
      'a limit of zero is a limit',
      'approve',
      { total: 1, approvalLimit: 0 },
      ['APPROVAL_LIMIT_EXCEEDED', 'total'],
    ],
    ['an empty order can not be approved', 'approve', { lineCount: 0 }, ['ORDER_EMPTY', 'items']],
  ])('%s', (_name, action, facts, expected) => {
    expect(fault(action, facts)).toEqual(expected)
  })

  it('asks nothing of the actions that turn an order away', () => {
    const nothing = { agreementAcknowledged: false, lineCount: 0, total: 10 ** 9, approvalLimit: 1 }
    for (const action of orderActions.filter((one) => one !== 'submit' && one !== 'approve'))
      expect(fault(action, nothing)).toBeNull()
  })
})
