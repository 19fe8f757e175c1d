import type { Company, Json } from './fixtures'
import { line, order } from './fixtures'
import { allOf } from './proveWhole'

/** A license of Alpha's, as an approval issues it. */
export const issueLicense = async (company: Company, changes: object = {}): Promise<Json> => {
  const partner = await company.as('partner')
  const sales = await company.as('sales')
  const items = [line({ quantity: 1, ...changes })]
  const placed = await partner.post('/api/v1/partners/orders', order({ items }))
  const { body } = await sales.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
  return body.licenses[0]
}

/** A purchase of sales for a license. */
export const buy = async (company: Company, license: string, changes: object, headers = {}) =>
  (await company.as('sales')).post(
    '/api/v1/purchases',
    { license, amount: 10_000, currency: 'USD', ...changes },
    headers,
  )

/** The purchases of a license as they are stored, in order. */
export const ledgerOf = ({ payload }: Company, license: string): Promise<Json[]> =>
  allOf(payload, 'purchases', { license: { equals: license } }, 'sequence')

/** A license as it is stored. */
export const storedLicense = async ({ payload }: Company, id: string): Promise<Json> =>
  (await allOf(payload, 'licenses', { id: { equals: id } }))[0]

/** The license's entries in the change log, in order. */
export const logOf = ({ payload }: Company, documentId: string): Promise<Json[]> =>
  allOf(payload, 'change-logs', { documentId: { equals: documentId } }, 'sequence')

/** The types of the events of a license, in order. */
export const eventsOf = async ({ payload }: Company, documentId: string): Promise<string[]> =>
  (await allOf(payload, 'events', { documentId: { equals: documentId } }, 'createdAt')).map(
    ({ type }) => type,
  )

/** The instant so many years after another, by its calendar. */
export const yearsAfter = (at: string, years: number): string =>
  at.replace(/^\d{4}/, (year) => String(Number(year) + years))
