import { z } from 'zod'

import {
  defineView,
  idField,
  linkField,
  requiredInstant,
  requiredText,
  textField,
} from '../defineView'
import { id, line, paragraph } from '../../domain/text'

/** A customer on the wire; links are IDs. */
export const customerView = defineView('Customer', {
  id: idField,
  name: requiredText,
  partner: linkField,
  email: textField,
  phone: textField,
  country: textField,
  region: textField,
  salesRep: linkField,
  notes: textField,
  createdAt: requiredInstant,
  updatedAt: requiredInstant,
})

/** What a new customer is made of; a name is taken once for each partner. */
export const customerInput = (regions: readonly string[]) =>
  z.strictObject({
    name: line(200),
    partner: id.nullish(),
    email: z.email().max(254).nullish(),
    phone: line(40).nullish(),
    country: line(60).nullish(),
    region: z.enum(regions).nullish(),
    salesRep: id.nullish(),
    notes: paragraph().nullish(),
  })
