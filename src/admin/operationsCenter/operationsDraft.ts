import { licenseTypes, expiryOf, type LicenseType } from '../../domain/products/licenseTypes'
import { MAX_YEARS } from '../../domain/products/licenseTypes'
import { deploymentBody, newDeployment, type DeploymentDraft } from '../deployments/deploymentDraft'
import { localToInstant } from '../ui/localTime'
import { parseAmount } from '../ui/fields/parseAmount'
import type { TextKey } from '../texts'

export type ChosenProduct = {
  id: string
  sku: string
  name: string
  productType: string
  limits: { workspaces: number; users: number }
}

export type Chosen = { id: string; name: string }

/** What is typed in the operations center; numbers as text, as they are typed. */
export type OperationsDraft = {
  product: ChosenProduct | null
  licenseType: LicenseType
  /** One that is there; else the name and e-mail of a new one count. */
  customer: Chosen | null
  customerName: string
  customerEmail: string
  partner: Chosen | null
  salesRep: Chosen | null
  workspaces: string
  users: string
  durationYears: string
  amount: string
  currency: string
  deploys: boolean
  deployment: DeploymentDraft
}

export const steps = ['product', 'customer', 'terms', 'deployment', 'review'] as const
export type Step = (typeof steps)[number]

/** What is wrong, by field. */
export type Faults = Partial<Record<string, TextKey>>

export const newOperation = (currency: string): OperationsDraft => ({
  product: null,
  licenseType: licenseTypes[0] as LicenseType,
  customer: null,
  customerName: '',
  customerEmail: '',
  partner: null,
  salesRep: null,
  workspaces: '',
  users: '',
  durationYears: '1',
  amount: '',
  currency,
  deploys: false,
  deployment: newDeployment(),
})

/** A license type that never ends has no years to choose. */
export const ends = (type: LicenseType): boolean => expiryOf(type, new Date(0), 1) !== null

const isWhole = (text: string, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())

const checks: Record<Step, (draft: OperationsDraft) => Faults> = {
  product: ({ product }) => (product ? {} : { product: 'field.sku' }),
  customer: ({ customer, customerEmail, customerName }) => ({
    ...(!customer && !customerName.trim() && { customer: 'field.customer' }),
    ...(!customer && customerEmail && !isEmail(customerEmail) && { email: 'field.endUserEmail' }),
  }),
  terms: (draft) => ({
    ...(!isWhole(draft.workspaces, 1) && { workspaces: 'field.limit' }),
    ...(!isWhole(draft.users, 1) && { users: 'field.limit' }),
    ...(ends(draft.licenseType) &&
      !isWhole(draft.durationYears, 1, MAX_YEARS) && { durationYears: 'field.durationYears' }),
    ...(draft.amount.trim() &&
      parseAmount(draft.amount, draft.currency) === null && { amount: 'field.amount' }),
  }),
  deployment: ({ deployment, deploys }) =>
    deploys && !localToInstant(deployment.scheduledAt) ? { scheduledAt: 'field.scheduledAt' } : {},
  review: () => ({}),
}

/** What keeps a step from being left. */
export const faultsOf = (step: Step, draft: OperationsDraft): Faults => checks[step](draft)

/** The body of `POST /v1/licenses`; of a draft without faults. */
export const operationBody = (draft: OperationsDraft) => ({
  sku: draft.product?.sku ?? '',
  licenseType: draft.licenseType,
  customer: draft.customer
    ? { id: draft.customer.id }
    : {
        name: draft.customerName.trim(),
        ...(draft.customerEmail.trim() && { email: draft.customerEmail.trim() }),
      },
  durationYears: ends(draft.licenseType) ? Number(draft.durationYears) : 1,
  limits: { workspaces: Number(draft.workspaces), users: Number(draft.users) },
  ...(draft.partner && { partner: draft.partner.id }),
  ...(draft.salesRep && { salesRep: draft.salesRep.id }),
  ...(draft.amount.trim() && {
    purchase: {
      amount: parseAmount(draft.amount, draft.currency) ?? 0,
      currency: draft.currency,
    },
  }),
  ...(draft.deploys && { deployment: deploymentBody(draft.deployment) }),
})
