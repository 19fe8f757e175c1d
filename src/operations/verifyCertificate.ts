import { compactVerify } from 'jose'

import { certificateClaims, isCompactJws, type CertificateClaims } from '../domain/certificate'
import type { SigningKeys } from './signingKeys'

/** What a certificate says, or `null` when none of our keys signed it, or it was changed since. */
export const verifyCertificate = async (
  certificate: string,
  keys: SigningKeys | undefined,
): Promise<CertificateClaims | null> => {
  if (!keys || !isCompactJws(certificate)) return null
  try {
    const { payload } = await compactVerify(
      certificate,
      ({ kid }) => {
        const known = keys.publicKeys.get(kid ?? '')
        if (!known) throw new Error('No key of ours.')
        return known.key
      },
      { algorithms: ['EdDSA'] },
    )
    return certificateClaims.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    return null
  }
}
