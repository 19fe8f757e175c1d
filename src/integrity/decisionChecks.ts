import type { Check } from './audit'
import { isWithinApproval, isWithinLimits, partnerWasActive } from './decisions'

/** What was let through that is refused today. Options change: an order may have been right then. */
export const decisionChecks: Check[] = [
  {
    name: 'order-limits',
    proves: 'No order is larger than an order may be.',
    of: 'orders',
    severity: 'notice',
    inspect: isWithinLimits,
  },
  {
    name: 'order-approval-limit',
    proves: 'Nobody approved more than they may approve today.',
    of: 'orders',
    severity: 'notice',
    inspect: isWithinApproval,
  },
  {
    name: 'order-partner-active',
    proves: 'No order was approved, or waits, whose partner was not active.',
    of: 'orders',
    severity: 'notice',
    inspect: partnerWasActive,
  },
]
