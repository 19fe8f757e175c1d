import { z } from 'zod'

import {
  defineView,
  flagField,
  idField,
  requiredInstant,
  requiredText,
  textField,
} from '../defineView'
import { line } from '../../domain/text'

/** A sales rep or an engineer on the wire. */
export const teamMemberView = defineView('TeamMember', {
  id: idField,
  name: requiredText,
  email: requiredText,
  region: textField,
  active: flagField,
  createdAt: requiredInstant,
  updatedAt: requiredInstant,
})

/** What a new sales rep or engineer is made of. */
export const teamMemberInput = (regions: readonly string[]) =>
  z.strictObject({
    name: line(200),
    email: z.email().max(254),
    region: z.enum(regions).nullish(),
    active: z.boolean().optional(),
  })
