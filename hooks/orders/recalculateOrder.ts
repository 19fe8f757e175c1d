import type { CollectionBeforeChangeHook } from 'payload'

import type { Order } from '../../src/payload-types'
import { totalsOf } from '../../src/operations/orders/totalsOf'
import { stampAgreement } from '../../src/operations/orders/stampAgreement'

/** Totals are always the sums of the lines, and the agreement's version and time the server's. */
export const recalculateOrder: CollectionBeforeChangeHook = async (args) => {
  const { data, operation, originalDoc, req } = args
  // Payload gives the hooks of a creation an empty document, or the one that is copied.
  const before: Order | undefined = operation === 'create' ? undefined : originalDoc
  Object.assign(data, await totalsOf(req, before?.id))
  const { agreementAcknowledged } = data
  const words = { agreementAcknowledged }
  Object.assign(data, stampAgreement(req, words, before ?? { partner: data.partner }, new Date()))
  return data
}
