import type { CollectionBeforeChangeHook } from 'payload'

import { customerKey } from '../../src/domain/customers/customerKey'
import { idOf } from '../../src/domain/idOf'

/** A partner has each customer once, by name. */
export const setCustomerKey: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { name, partner } = { ...originalDoc, ...data }
  if (typeof name === 'string') data.nameKey = customerKey(idOf(partner), name)
  return data
}
