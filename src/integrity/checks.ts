import type { Check } from './audit'
import { decisionChecks } from './decisionChecks'
import { licenseChecks } from './licenses/licenseChecks'
import { lifecycleChecks } from './lifecycleChecks'
import { moneyChecks } from './moneyChecks'
import { nameChecks } from './nameChecks'
import { orderChecks } from './orders/orderChecks'
import { jobChecks, logChecks, messageChecks } from './records/recordChecks'

/** What must hold in every database of ours. A new check is a row in one of these tables. */
export const checks: Check[] = [
  ...orderChecks,
  ...decisionChecks,
  ...moneyChecks,
  ...nameChecks,
  ...licenseChecks,
  ...lifecycleChecks,
  ...logChecks,
  ...messageChecks,
  ...jobChecks,
]
