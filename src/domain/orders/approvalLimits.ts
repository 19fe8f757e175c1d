import type { z } from 'zod'

import { noSuch } from '../grantFaults'
import { grants } from '../grants'

/** In minor units, by role and currency. */
export type ApprovalLimits = Record<string, Record<string, number>>

type Limited = {
  /** As a host writes them. */
  approvalLimits: Record<string, number | Record<string, number>>
  currencies: string[]
  /** The host's own. */
  roles: Record<string, unknown>
}

/** Names each role and currency of the limits that there is not. */
export const checkApprovalLimits = (
  { approvalLimits, currencies, roles }: Limited,
  context: z.RefinementCtx,
): void => {
  const refuse = (path: string[], message: string) =>
    context.addIssue({ code: 'custom', path: ['approvalLimits', ...path], message })
  for (const [role, limit] of Object.entries(approvalLimits)) {
    if (!Object.hasOwn(grants, role) && !Object.hasOwn(roles, role))
      refuse([role], noSuch('role', [...Object.keys(grants), ...Object.keys(roles)]))
    if (typeof limit === 'number') {
      if (currencies.length > 1)
        refuse([role], `Name the currency: { ${role}: { ${currencies[0]}: ${limit} } }.`)
      continue
    }
    for (const currency of Object.keys(limit))
      if (!currencies.includes(currency)) refuse([role, currency], noSuch('currency', currencies))
  }
}

/** A number alone is in the one currency that there is. */
export const approvalLimitsOf = ({
  approvalLimits,
  currencies,
}: Omit<Limited, 'roles'>): ApprovalLimits =>
  Object.fromEntries(
    Object.entries(approvalLimits).map(([role, limit]) => [
      role,
      typeof limit === 'number' ? { [currencies[0] as string]: limit } : limit,
    ]),
  )
