import { compactVerify } from 'jose'

import {
  CERTIFICATE_TYPE,
  certificateClaims,
  isCompactJws,
  plainCertificate,
  type CertificateClaims,
} from '../../domain/licenses/certificate'
import type { SigningKeys } from './signingKeys'

/**
 * What a certificate says, or `null` when none of our keys signed it, it was changed since,
 * or it is no certificate but something else that such a key signed.
 */
export const verifyCertificate = async (
  text: string,
  keys: SigningKeys | undefined,
): Promise<CertificateClaims | null> => {
  const certificate = plainCertificate(text)
  if (!keys || !isCompactJws(certificate)) return null
  try {
    const { payload, protectedHeader } = await compactVerify(
      certificate,
      ({ kid }) => {
        const known = keys.publicKeys.get(kid ?? '')
        if (!known) throw new Error('No key of ours.')
        return known.key
      },
      { algorithms: ['EdDSA'] },
    )
    if (protectedHeader.typ !== CERTIFICATE_TYPE) return null
    return certificateClaims.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    return null
  }
}
