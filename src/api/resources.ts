import type { z } from 'zod'

import type { SlugKey } from '../slugs'
import { alertView } from './alerts/alertView'
import { customerInput, customerView } from './customers/customerView'
import type { View } from './defineView'
import { deploymentPatch } from './deployments/deploymentPatch'
import { deploymentView } from './deployments/deploymentView'
import type { ErrorCode } from '../domain/errors'
import { licensePatch, licenseResourceView } from './licenses/licenseView'
import { partnerInput, partnerView } from './partners/partnerView'
import { purchaseResourceView } from './purchases/purchaseView'
import { teamMemberInput, teamMemberView } from './partners/teamMemberView'

/** The values that a host chose for select fields. */
export type ResourceChoices = {
  currencies: readonly string[]
  regions: readonly string[]
}

/** A kind of document that the API lists, reads and, as the caller's role allows, writes. */
export type Resource = {
  key: SlugKey
  /** Below `/v1`. */
  path: string
  /** The word for one, and the key that an answer has it under: `{ salesRep: { … } }`. */
  one: string
  tag: string
  /** In sentences: `a customer`, `customers`. */
  words: { one: string; many: string }
  /** The newest or the first by name. */
  sort: string
  view: View<z.ZodObject>
  /** Absent: made by a route of its own, if at all. */
  create?: z.ZodObject
  update?: z.ZodObject
  delete?: true
  /** What its writes can be refused for, beside what all can. */
  errors?: ErrorCode[]
}

/** Those that come by routes of their own, which know what follows. */
const lifecycle: Resource[] = [
  {
    key: 'licenses',
    path: 'licenses',
    one: 'license',
    tag: 'Licenses',
    words: { one: 'a license', many: 'licenses' },
    sort: '-createdAt',
    view: licenseResourceView,
    update: licensePatch,
    delete: true,
    errors: ['LICENSE_HAS_HISTORY', 'EDIT_CONFLICT'],
  },
  {
    key: 'purchases',
    path: 'purchases',
    one: 'purchase',
    tag: 'Purchases',
    words: { one: 'a purchase', many: 'purchases' },
    sort: '-purchasedAt',
    view: purchaseResourceView,
  },
  {
    key: 'deployments',
    path: 'deployments',
    one: 'deployment',
    tag: 'Deployments',
    words: { one: 'a deployment', many: 'deployments' },
    sort: '-scheduledAt',
    view: deploymentView,
    update: deploymentPatch,
    delete: true,
    errors: ['EDIT_CONFLICT', 'DEPLOYMENT_STATE_CONFLICT'],
  },
  {
    key: 'alerts',
    path: 'alerts',
    one: 'alert',
    tag: 'Alerts',
    words: { one: 'an alert', many: 'alerts' },
    sort: '-raisedAt',
    view: alertView,
  },
]

/** The resources of the API; a row has what its routes are made of. */
export const resources = (choices: ResourceChoices): Resource[] => [
  ...lifecycle,
  {
    key: 'customers',
    path: 'customers',
    one: 'customer',
    tag: 'Customers',
    words: { one: 'a customer', many: 'customers' },
    sort: 'name',
    view: customerView,
    ...written('Customer', customerInput(choices.regions)),
  },
  {
    key: 'partners',
    path: 'resellers',
    one: 'reseller',
    tag: 'Resellers',
    words: { one: 'a reseller', many: 'resellers' },
    sort: 'name',
    view: partnerView,
    ...written('Reseller', partnerInput(choices)),
  },
  {
    key: 'salesReps',
    path: 'sales-reps',
    one: 'salesRep',
    tag: 'Sales reps',
    words: { one: 'a sales rep', many: 'sales reps' },
    sort: 'name',
    view: teamMemberView,
    ...written('TeamMember', teamMemberInput(choices.regions)),
  },
  {
    key: 'engineers',
    path: 'engineers',
    one: 'engineer',
    tag: 'Engineers',
    words: { one: 'an engineer', many: 'engineers' },
    sort: 'name',
    view: teamMemberView,
    ...written('TeamMember', teamMemberInput(choices.regions)),
  },
]

/** Made, changed field by field, and deleted; a name or an e-mail that is taken is a duplicate. */
const written = (title: string, input: z.ZodObject) => ({
  create: input.meta({ title: `${title}Input` }),
  update: input.partial().meta({ title: `${title}Patch` }),
  delete: true as const,
  errors: ['DUPLICATE', 'IN_USE'] satisfies ErrorCode[],
})
