import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import type { LicenseInput } from '../../api/licenses/licenseInput'
import { expiryOf } from '../../domain/products/licenseTypes'
import { limitsOf } from '../../domain/products/limitsOf'
import type { License, Partner, Product } from '../../payload-types'

/**
 * The fields of a new license, from what was asked for and from its product.
 * @throws UNKNOWN_PRODUCT naming `product` or `sku`, for one that is not sold any more too
 */
export const licenseData = async (
  req: PayloadRequest,
  { durationYears, licenseType, limits, partner, salesRep, seats, ...wanted }: LicenseInput,
  now: Date,
): Promise<Partial<License>> => {
  const product = await productOf(req, wanted)
  const startsAt = now.toISOString()
  return {
    product: product.id,
    licenseType,
    partner,
    salesRep: salesRep ?? (await defaultRep(req, partner)),
    seats,
    limits: { ...limitsOf(product, seats), ...limits },
    startsAt,
    expiresAt: expiryOf(licenseType, now, durationYears)?.toISOString() ?? null,
  }
}

/** @throws UNKNOWN_PRODUCT */
export const productOf = async (
  req: PayloadRequest,
  { product, sku }: { product?: string; sku?: string },
): Promise<Product> => {
  const { products } = slugsOf(req.payload)
  const found = await readRow<Product>(req, products, {
    ...(sku === undefined ? { id: { equals: product } } : { sku: { equals: sku } }),
    active: { equals: true },
  })
  if (!found) throw new ChannelError('UNKNOWN_PRODUCT', { path: sku ? 'sku' : 'product' })
  return found
}

/** The partner's sales rep, else the one that the caller is. */
const defaultRep = async (req: PayloadRequest, partner: string | undefined) => {
  const own = callerOf(req)?.links.salesRep ?? null
  if (partner === undefined) return own as License['salesRep']
  const where = { id: { equals: partner } }
  const found = await readRow<Partner>(req, slugsOf(req.payload).partners, where)
  return (idOf(found?.salesRep) ?? own) as License['salesRep']
}
