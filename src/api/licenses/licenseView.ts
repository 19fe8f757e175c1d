import { z } from 'zod'

import {
  defineView,
  groupField,
  idField,
  instantField,
  linkField,
  oneOf,
  requiredInstant,
  requiredText,
  requiredWhole,
  textField,
  told,
  wholeField,
} from '../defineView'
import { licenseStates } from '../../domain/licenses/licenseMachine'
import { licenseTypes, type LicenseType } from '../../domain/products/licenseTypes'
import { id, paragraph } from '../../domain/text'

const types = licenseTypes as [LicenseType, ...LicenseType[]]

/** A license on the wire; links are IDs. */
export const licenseResourceView = defineView('License', {
  id: idField,
  licenseId: told(requiredText, 'Such as ENT-202611-000042; paths take it as well as the ID.'),
  state: oneOf(licenseStates),
  product: linkField,
  productType: textField,
  licenseType: oneOf(types),
  customer: linkField,
  partner: told(linkField, 'The reseller; null for direct sales, and for who may not see it.'),
  salesRep: told(linkField, 'For staff.'),
  engineer: told(linkField, 'For staff and engineers.'),
  order: linkField,
  seats: requiredWhole,
  limits: groupField({ workspaces: requiredWhole, users: requiredWhole }),
  startsAt: instantField,
  expiresAt: told(instantField, 'null = never.'),
  deployedAt: instantField,
  usage: told(
    groupField({ workspaces: wholeField, users: wholeField, reportedAt: instantField }),
    'What the deployed system reported last.',
  ),
  stateChangedAt: instantField,
  stateReason: textField,
  usageKeyAt: told(instantField, 'When the usage key was issued; null = there is none.'),
  internalNotes: textField,
  createdAt: requiredInstant,
  updatedAt: requiredInstant,
})

/** What may be changed of a license by hand: its limits and dates follow from its purchases. */
export const licensePatch = z.strictObject({
  customer: id.optional(),
  partner: id.nullish(),
  salesRep: id.nullish(),
  engineer: id.nullish(),
  internalNotes: paragraph().nullish(),
})
licensePatch.register(z.globalRegistry, { title: 'LicensePatch' })
