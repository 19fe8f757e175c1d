import { z } from 'zod'

import { activities, partnerTypes } from '../../domain/choiceValues'
import {
  defineView,
  groupField,
  idField,
  linkField,
  oneOf,
  requiredInstant,
  requiredText,
  textField,
  wholeField,
} from '../defineView'
import { paymentTerms, type PaymentTerms } from '../../domain/partners/paymentTerms'
import { id, line, paragraph } from '../../domain/text'

const terms = paymentTerms as [PaymentTerms, ...PaymentTerms[]]

/** A partner on the wire; links are IDs. */
export const partnerView = defineView('Reseller', {
  id: idField,
  name: requiredText,
  type: oneOf(partnerTypes),
  status: oneOf(activities),
  contactName: textField,
  email: textField,
  phone: textField,
  address: groupField({
    street: textField,
    postalCode: textField,
    city: textField,
    country: textField,
  }),
  tier: linkField,
  region: textField,
  currency: requiredText,
  paymentTerms: oneOf(terms),
  taxRateBps: wholeField,
  salesRep: linkField,
  internalNotes: textField,
  createdAt: requiredInstant,
  updatedAt: requiredInstant,
})

/** What a new partner is made of. */
export const partnerInput = (choices: {
  currencies: readonly string[]
  regions: readonly string[]
}) =>
  z.strictObject({
    name: line(200),
    type: z.enum(partnerTypes).optional(),
    status: z.enum(activities).optional(),
    contactName: line(200).nullish(),
    email: z.email().max(254),
    phone: line(40).nullish(),
    address: z
      .strictObject({
        street: line(200).nullish(),
        postalCode: line(20).nullish(),
        city: line(200).nullish(),
        country: line(60).nullish(),
      })
      .optional(),
    tier: id.nullish(),
    region: z.enum(choices.regions).nullish(),
    currency: z.enum(choices.currencies).optional(),
    paymentTerms: z.enum(terms).optional(),
    taxRateBps: z.number().int().min(0).max(10_000).nullish(),
    salesRep: id.nullish(),
    internalNotes: paragraph().nullish(),
  })
