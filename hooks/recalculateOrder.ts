import type { CollectionBeforeChangeHook } from 'payload'

import { totalsOf } from '../src/operations/totalsOf'
import { stampAgreement } from '../src/operations/stampAgreement'

/** Totals are always the sums of the lines, and the agreement's version and time the server's. */
export const recalculateOrder: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  Object.assign(data, await totalsOf(req, originalDoc?.id))
  Object.assign(data, stampAgreement(req, data, originalDoc, new Date()))
  return data
}
