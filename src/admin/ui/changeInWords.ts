import { orderStateChoices } from '../../../collections/choices'
import { choiceName } from './fields/choiceName'
import type { Texts } from '../useText'

export type FieldLabels = Record<string, string>

type Change = { from?: unknown; to?: unknown }

/** What the entry's time and name say already, or what says nothing to a reader. */
const skipped = new Set([
  'decidedAt',
  'decidedBy',
  'submittedAt',
  'issuedAt',
  'agreementDate',
  'orderDate',
  'partner',
  'customer',
  'currency',
])

const amounts = new Set(['subtotal', 'discountTotal', 'taxTotal', 'total'])

/** One changed field as a sentence; `null` where there is nothing to say. */
export const changeInWords = (
  texts: Texts,
  labels: FieldLabels,
  currency: string,
  field: string,
  { from, to }: Change,
): null | string => {
  if (skipped.has(field)) return null
  // What begins as nothing is not worth a line.
  if (from === undefined && (to === 0 || to === false)) return null
  const said = (value: unknown) => valueInWords(texts, currency, field, value)
  const label = field === 'items' ? texts.t('lines') : (labels[field] ?? field)
  return from === undefined
    ? texts.t('set', { field: label, to: said(to) })
    : texts.t('changed', { field: label, from: said(from), to: said(to) })
}

const valueInWords = (texts: Texts, currency: string, field: string, value: unknown): string => {
  if (value === undefined || value === null || value === '') return texts.t('nothing')
  if (typeof value === 'boolean') return texts.t(value ? 'yes' : 'no')
  if (typeof value === 'number')
    return amounts.has(field) ? texts.money(value, currency) : texts.number(value)
  if (Array.isArray(value)) return linesInWords(texts, value as LoggedLine[])
  if (typeof value === 'object') return JSON.stringify(value)
  return field === 'state'
    ? choiceName(orderStateChoices, String(value), texts.language)
    : String(value)
}

type LoggedLine = { quantity: number; sku: string; endUserName: string }

const SPELLED_OUT = 5

/** The first lines one by one, and how many more there are. */
const linesInWords = (texts: Texts, lines: LoggedLine[]): string => {
  if (lines.length === 0) return texts.t('nothing')
  const said = lines
    .slice(0, SPELLED_OUT)
    .map(({ endUserName, quantity, sku }) => `${texts.number(quantity)} × ${sku} (${endUserName})`)
  const rest = lines.length - said.length
  return [...said, ...(rest > 0 ? [`+${texts.number(rest)}`] : [])].join(', ')
}
