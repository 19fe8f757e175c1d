import { z } from 'zod'

import { licenseStates, type LicenseState } from './licenseMachine'
import { licenseTypes, type LicenseType } from '../products/licenseTypes'

const instant = z.string().nullable()

/**
 * What a certificate says of a license at the moment `iat`. The names of three letters are those of
 * RFC 7519, in seconds; the others are ISO instants in UTC. Without `exp` it never ends.
 */
export const certificateClaims = z.object({
  iss: z.string().min(1),
  /** The license ID. */
  sub: z.string().min(1),
  jti: z.string(),
  iat: z.number().int(),
  nbf: z.number().int().optional(),
  exp: z.number().int().optional(),
  /** Grows with every change of the license: of two certificates the higher one is later. */
  rev: z.number().int(),
  state: z.enum(licenseStates),
  product: z.object({ sku: z.string(), name: z.string() }),
  productType: z.string(),
  licenseType: z.enum(licenseTypes),
  customer: z.object({ name: z.string() }),
  limits: z.object({ workspaces: z.number().int(), users: z.number().int() }),
  seats: z.number().int(),
  startsAt: instant,
  expiresAt: instant,
  /** Since when it is known to be in use; certificates of before it was told have none. */
  deployedAt: instant.optional(),
})

/** What the header of a certificate says that it is. */
export const CERTIFICATE_TYPE = 'JWT'

export type CertificateClaims = z.output<typeof certificateClaims>

export type CertifiedLicense = {
  licenseId?: null | string
  state: LicenseState
  productType?: null | string
  licenseType: LicenseType
  limits: { workspaces: number; users: number }
  seats: number
  startsAt?: null | string
  expiresAt?: null | string
  deployedAt?: null | string
  usage?: { reportedAt?: null | string } | null
  revision?: null | number
}

export type Issue = { iss: string; jti: string; now: Date }

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000)

/** The claims of a license's certificate. */
export const claimsOf = (
  license: CertifiedLicense,
  product: { sku: string; name: string },
  customer: { name: string },
  { iss, jti, now }: Issue,
): CertificateClaims => ({
  iss,
  sub: license.licenseId ?? '',
  jti,
  iat: Math.floor(now.getTime() / 1000),
  ...(license.startsAt && { nbf: seconds(license.startsAt) }),
  ...(license.expiresAt && { exp: seconds(license.expiresAt) }),
  rev: license.revision ?? 0,
  state: license.state,
  product: { sku: product.sku, name: product.name },
  productType: license.productType ?? '',
  licenseType: license.licenseType,
  customer: { name: customer.name },
  limits: { workspaces: license.limits.workspaces, users: license.limits.users },
  seats: license.seats,
  startsAt: license.startsAt ?? null,
  expiresAt: license.expiresAt ?? null,
  deployedAt: license.deployedAt ?? license.usage?.reportedAt ?? null,
})

/** Far more than a certificate needs. */
export const MOST_CERTIFICATE_CHARACTERS = 8_192

/**
 * A certificate as it was written, out of what editors, mails and copying make of it: without line
 * breaks, blanks and marks that nobody sees.
 */
export const plainCertificate = (text: string): string =>
  text.replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')

/**
 * Whether a text is a JWS in compact form, written in the one way there is: decoders overlook the
 * spare bits of a last character, so that two texts could stand for one signature.
 */
export const isCompactJws = (text: string): boolean => {
  const parts = text.split('.')
  return (
    text.length <= MOST_CERTIFICATE_CHARACTERS &&
    parts.length === 3 &&
    parts.every((part) => part !== '' && isCanonical(part))
  )
}

const isCanonical = (part: string): boolean =>
  /^[\w-]+$/.test(part) && Buffer.from(part, 'base64url').toString('base64url') === part
