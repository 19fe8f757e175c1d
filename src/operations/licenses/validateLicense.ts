import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { readTogether } from '../../database/readTogether'
import { judgeLicense, type LicenseFacts, type Verdict } from '../../domain/licenses/licenseRules'
import type { License, Product } from '../../payload-types'
import { verifyCertificate } from './verifyCertificate'

export type Question = LicenseFacts['asked'] & { licenseId?: string; certificate?: string }

/**
 * Judges a license by its ID or certificate as it is now, whatever the certificate says of the day
 * that it was signed. Anybody may ask, so that it reads as the system and tells nothing of the
 * customer; with a certificate that is not ours it tells nothing of the license either.
 */
export const validateLicense = async (
  req: PayloadRequest,
  { certificate, licenseId, ...asked }: Question,
  now: Date,
): Promise<Verdict & { license: License | null }> => {
  const { signing } = channelOf(req.payload).options
  const claims =
    certificate === undefined ? null : await verifyCertificate(certificate, signing.keys)
  const signature = certificate === undefined ? 'absent' : claims ? 'valid' : 'invalid'
  const license = await find(req, claims?.sub ?? licenseId)
  const { overagePolicy } = (license?.product ?? {}) as Product
  const verdict = judgeLicense({ license, signature, overagePolicy, asked, now })
  return { ...verdict, license }
}

const find = async (
  req: PayloadRequest,
  licenseId: string | undefined,
): Promise<License | null> => {
  if (licenseId === undefined) return null
  const { licenses, products } = channelOf(req.payload).options.slugs
  const read = { collection: licenses, key: 'licenseId', links: { product: products } }
  return readTogether<License>(req, read, licenseId)
}
