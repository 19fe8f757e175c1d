import type { Check } from './audit'
import { licenseChecks } from './licenseChecks'
import { lifecycleChecks } from './lifecycleChecks'
import { orderChecks } from './orderChecks'
import { jobChecks, logChecks, messageChecks } from './recordChecks'

/** What must hold in every database of ours. A new check is a row in one of these tables. */
export const checks: Check[] = [
  ...orderChecks,
  ...licenseChecks,
  ...lifecycleChecks,
  ...logChecks,
  ...messageChecks,
  ...jobChecks,
]
