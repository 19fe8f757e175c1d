import type { CollectionBeforeChangeHook } from 'payload'

import { requireSameTerms } from '../../src/domain/licenses/requireSameTerms'

/** Limits, dates and product of a license follow from its purchases. */
export const refuseTermChange: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  if (operation === 'update') requireSameTerms(originalDoc, data)
  return data
}
