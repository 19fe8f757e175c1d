import { generateKeyPairSync } from 'node:crypto'
import path from 'node:path'

import { keptText } from './keptSecret'

/**
 * The Ed25519 key that signs this installation's certificates (PEM, PKCS #8), made when first asked
 * for and kept in `<dataDir>/license-signing-key.pem`, readable by its owner only.
 */
export const keptSigningKey = (dataDir: string): string =>
  keptText(path.resolve(dataDir, 'license-signing-key.pem'), () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString().trim()
  })
