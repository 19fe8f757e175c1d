import type { z } from 'zod'

import { checkGuards } from '../domain/checkGuards'
import { type ChannelError, type ErrorEntry } from '../domain/errors'
import { licenseTypes, type LicenseType } from '../domain/licenseTypes'
import { orderInput } from '../domain/orderInput'
import type { orderView } from '../domain/orderView'
import {
  orderTotals,
  priceLine,
  type LineAmounts,
  type OrderTotals,
  type Price,
} from '../domain/pricing'

export type OrderView = z.output<typeof orderView>

/** A line as it stands in the form: text, as typed. */
export type DraftLine = {
  /** Stays with the line while others come and go. */
  key: string
  sku: string
  licenseType: string
  quantity: string
  durationYears: string
  endUserName: string
  endUserEmail: string
}

export type Draft = { lines: DraftLine[]; notes: string; agreementAcknowledged: boolean }

export type Offer = Price & { product: { sku: string; name: string } }

export type DraftBody = {
  agreementAcknowledged: boolean
  notes?: string
  items: {
    sku: string
    licenseType: string
    quantity: number
    durationYears: number
    endUserName: string
    endUserEmail?: string
  }[]
}

export const blankLine = (key: string): DraftLine => ({
  key,
  sku: '',
  licenseType: '',
  quantity: '1',
  durationYears: '1',
  endUserName: '',
  endUserEmail: '',
})

export const draftOf = (order: OrderView | null): Draft => ({
  lines: order
    ? order.items.map((item) => ({
        key: item.id,
        sku: item.sku,
        licenseType: item.licenseType,
        quantity: String(item.quantity),
        durationYears: String(item.durationYears),
        endUserName: item.endUserName,
        endUserEmail: item.endUserEmail ?? '',
      }))
    : [blankLine('first')],
  notes: order?.notes ?? '',
  agreementAcknowledged: order?.agreementAcknowledged ?? false,
})

/** A line that nobody has typed anything into is not part of the order. */
export const isBlank = ({ sku, endUserName, endUserEmail }: DraftLine): boolean =>
  !sku && !endUserName.trim() && !endUserEmail.trim()

const wholeNumber = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : NaN)

export const bodyOf = (draft: Draft): DraftBody => ({
  agreementAcknowledged: draft.agreementAcknowledged,
  ...(draft.notes.trim() && { notes: draft.notes }),
  items: draft.lines
    .filter((line) => !isBlank(line))
    .map((line) => ({
      sku: line.sku,
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
    checkGuards('submit', { agreementAcknowledged, lineCount: items.length, total: 0 })
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
  return line ? { key: line.key, field: field ?? 'sku' } : null
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
  { sku, licenseType }: Pick<DraftLine, 'licenseType' | 'sku'>,
  offers: Offer[],
): Offer | undefined =>
  offers.find((offer) => offer.product.sku === sku && offer.licenseType === licenseType)

/** In the order of the table of license types, whatever the price list's. */
export const typesOf = (sku: string, offers: Offer[]): LicenseType[] =>
  licenseTypes.filter((type) => offerOf({ sku, licenseType: type }, offers))

export const totalsOf = (lines: DraftLine[], offers: Offer[]): OrderTotals =>
  orderTotals(lines.flatMap((line) => amountsOf(line, offers) ?? []))
