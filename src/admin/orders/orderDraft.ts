import type { z } from 'zod'

import { checkGuards } from '../../domain/orders/checkGuards'
import { type ChannelError, type ErrorEntry } from '../../domain/errors'
import { licenseTypes, type LicenseType } from '../../domain/products/licenseTypes'
import { orderInput } from '../../api/orders/orderInput'
import type { orderView } from '../../api/orders/orderView'
import {
  orderTotals,
  priceLine,
  type LineAmounts,
  type OrderTotals,
  type Price,
} from '../../domain/pricing/pricing'

export type OrderView = z.output<typeof orderView>

/** A line as it stands in the form: text, as typed. */
export type DraftLine = {
  /** Stays with the line while others come and go. */
  key: string
  /** The ID of the product; none until one is chosen. */
  product: string
  /** As it was when the line was stored. */
  sku: string
  licenseType: string
  quantity: string
  durationYears: string
  endUserName: string
  endUserEmail: string
}

export type Draft = {
  lines: DraftLine[]
  notes: string
  agreementAcknowledged: boolean
  /** The version that is on the page. */
  agreementVersion: string
}

export type Offer = Price & { product: { id: string; sku: string; name: string } }

export type DraftBody = {
  agreementAcknowledged: boolean
  agreementVersion?: string
  notes?: string
  items: {
    product?: string
    sku?: string
    licenseType: string
    quantity: number
    durationYears: number
    endUserName: string
    endUserEmail?: string
  }[]
}

export const blankLine = (key: string): DraftLine => ({
  key,
  product: '',
  sku: '',
  licenseType: '',
  quantity: '1',
  durationYears: '1',
  endUserName: '',
  endUserEmail: '',
})

/** What was accepted under another version of the agreement is to be accepted again. */
export const draftOf = (order: OrderView | null, agreementVersion: string): Draft => ({
  lines: order
    ? order.items.map((item) => ({
        key: item.id,
        product: item.product,
        sku: item.sku,
        licenseType: item.licenseType,
        quantity: String(item.quantity),
        durationYears: String(item.durationYears),
        endUserName: item.endUserName,
        endUserEmail: item.endUserEmail ?? '',
      }))
    : [blankLine('first')],
  notes: order?.notes ?? '',
  agreementAcknowledged:
    (order?.agreementAcknowledged && order.agreementVersion === agreementVersion) ?? false,
  agreementVersion,
})

/** A line that nobody has typed anything into is not part of the order. */
export const isBlank = ({ product, endUserName, endUserEmail }: DraftLine): boolean =>
  !product && !endUserName.trim() && !endUserEmail.trim()

const wholeNumber = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : NaN)

export const bodyOf = (draft: Draft): DraftBody => ({
  agreementAcknowledged: draft.agreementAcknowledged,
  ...(draft.agreementAcknowledged && { agreementVersion: draft.agreementVersion }),
  ...(draft.notes.trim() && { notes: draft.notes }),
  items: draft.lines
    .filter((line) => !isBlank(line))
    .map((line) => ({
      ...(line.product && { product: line.product }),
      licenseType: line.licenseType,
      quantity: wholeNumber(line.quantity),
      durationYears: wholeNumber(line.durationYears),
      endUserName: line.endUserName,
      ...(line.endUserEmail.trim() && { endUserEmail: line.endUserEmail.trim() }),
    })),
})

/** What the server would refuse, from the server's own schema and guards. */
export const faultsOf = (draft: Draft, maxLines: number, submit: boolean): ErrorEntry[] => {
  const body = bodyOf(draft)
  const parsed = orderInput(maxLines).safeParse(body)
  const faults = (parsed.error?.issues ?? []).map(({ message, path }): ErrorEntry => ({
    code: 'INVALID_INPUT',
    message,
    path: path.join('.'),
  }))
  return submit ? [...faults, ...guardFaults(body)] : faults
}

const guardFaults = ({ agreementAcknowledged, items }: DraftBody): ErrorEntry[] => {
  try {
    // What the form can't know is the server's to say.
    checkGuards('submit', {
      agreementAcknowledged,
      agreementIsCurrent: true,
      partnerIsActive: true,
      lineCount: items.length,
      licenseCount: 0,
      most: { lines: Infinity, licenses: Infinity },
      currencies: [],
      total: 0,
    })
    return []
  } catch (error) {
    return (error as ChannelError).entries
  }
}

/** The path of an error (`items.1.quantity`) as the line's key and its field. */
export const fieldOf = (draft: Draft, path: string): { key: string; field: string } | null => {
  const [list, index, field] = path.split('.')
  if (list !== 'items' || index === undefined) return null
  const line = draft.lines.filter((one) => !isBlank(one))[Number(index)]
  const shown = field === undefined || field === 'product' ? 'sku' : field
  return line ? { key: line.key, field: shown } : null
}

/** A line's amounts as the server will count them; `null` while it is not complete. */
export const amountsOf = (line: DraftLine, offers: Offer[]): LineAmounts | null => {
  const offer = offerOf(line, offers)
  const quantity = wholeNumber(line.quantity)
  const durationYears = wholeNumber(line.durationYears)
  if (!offer || !(quantity > 0) || !(durationYears > 0)) return null
  try {
    return priceLine(offer, { quantity, durationYears })
  } catch {
    return null
  }
}

const offerOf = (
  { product, licenseType }: Pick<DraftLine, 'licenseType' | 'product'>,
  offers: Offer[],
): Offer | undefined =>
  offers.find((offer) => offer.product.id === product && offer.licenseType === licenseType)

/** In the order of the table of license types, whatever the price list's. */
export const typesOf = (product: string, offers: Offer[]): LicenseType[] =>
  licenseTypes.filter((type) => offerOf({ product, licenseType: type }, offers))

export const totalsOf = (lines: DraftLine[], offers: Offer[]): OrderTotals =>
  orderTotals(lines.flatMap((line) => amountsOf(line, offers) ?? []))
