import type { ErrorEntry } from '../../domain/errors'
import { MAX_YEARS } from '../../domain/products/licenseTypes'
import {
  applyPurchase,
  DEFAULT_BASIS,
  purchaseFault,
  type Purchase,
  type RenewalBasis,
  type Terms,
} from '../../domain/purchases/purchases'
import type { ChosenProduct, Faults } from '../operationsCenter/operationsDraft'
import { parseAmount } from '../ui/fields/parseAmount'

export const recordableTypes = ['renewal', 'expansion', 'upgrade'] as const
export type RecordableType = (typeof recordableTypes)[number]

/** What is typed about a purchase; numbers as text, as they are typed. */
export type PurchaseDraft = {
  type: RecordableType
  durationYears: string
  basis: RenewalBasis
  workspaces: string
  users: string
  sku: string
  amount: string
  currency: string
  note: string
}

export const newPurchase = (type: RecordableType, currency: string): PurchaseDraft => ({
  type,
  durationYears: '1',
  basis: DEFAULT_BASIS,
  workspaces: '',
  users: '',
  sku: '',
  amount: '',
  currency,
  note: '',
})

const isCount = (text: string): boolean => text.trim() === '' || /^\d{1,9}$/.test(text.trim())

const isYears = (text: string): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MAX_YEARS

/** What has to be typed anew before the purchase can be recorded. */
export const purchaseFaults = (draft: PurchaseDraft): Faults => ({
  ...(draft.type === 'renewal' &&
    !isYears(draft.durationYears) && { durationYears: 'field.durationYears' }),
  ...(draft.type === 'upgrade' && !draft.sku && { product: 'field.sku' }),
  ...(!isCount(draft.workspaces) && { workspaces: 'field.workspaces' }),
  ...(!isCount(draft.users) && { users: 'field.users' }),
  ...(parseAmount(draft.amount, draft.currency) === null && { amount: 'field.amount' }),
})

export type LicenseTerms = { terms: Terms; seats: number }

export type PurchasePreview = { after: Terms; fault: ErrorEntry | null }

/**
 * What the purchase would make of the license, by the same code as the server's; `null` where what
 * is typed says too little.
 */
export const previewOf = (
  { seats, terms }: LicenseTerms,
  draft: PurchaseDraft,
  products: ChosenProduct[],
  now: Date,
): PurchasePreview | null => {
  if (!isCount(draft.workspaces) || !isCount(draft.users)) return null
  if (draft.type === 'renewal' && !isYears(draft.durationYears)) return null
  const product = products.find(({ sku }) => sku === draft.sku)
  if (draft.type === 'upgrade' && !product) return null
  const purchase: Purchase = {
    id: '',
    type: draft.type,
    purchasedAt: now.toISOString(),
    basis: draft.basis,
    durationYears: Number(draft.durationYears),
    workspacesAdded: Number(draft.workspaces),
    usersAdded: Number(draft.users),
    product: product?.id,
    productWorkspaces: (product?.limits.workspaces ?? 0) * seats,
    productUsers: (product?.limits.users ?? 0) * seats,
  }
  const after = applyPurchase(terms, purchase)
  return { after, fault: purchaseFault(terms, after, purchase) }
}

/** The body of `POST /v1/purchases`; of a draft without faults. */
export const purchaseBody = (license: string, draft: PurchaseDraft) => ({
  license,
  type: draft.type,
  amount: parseAmount(draft.amount, draft.currency) ?? 0,
  currency: draft.currency,
  limits: { workspaces: Number(draft.workspaces), users: Number(draft.users) },
  ...(draft.type === 'renewal' && {
    durationYears: Number(draft.durationYears),
    basis: draft.basis,
  }),
  ...(draft.type === 'upgrade' && { sku: draft.sku }),
  ...(draft.note.trim() && { note: draft.note.trim() }),
})
