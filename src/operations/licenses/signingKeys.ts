import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** A public key as it is published: RFC 8037, `kid` = its thumbprint of RFC 7638. */
export type PublicJwk = {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  alg: 'EdDSA'
  use: 'sig'
}

/** The first key signs; the others are published still, so that what they signed holds. */
export type SigningKeys = {
  kid: string
  privateKey: KeyObject
  publicKeys: Map<string, { jwk: PublicJwk; key: KeyObject }>
}

type Jwk = { kty?: unknown; crv?: unknown; d?: unknown; keys?: Jwk[] }

/**
 * Ed25519 keys as a setting holds them: PEM (PKCS #8), base64 of it, a JWK, or a JWK set whose first
 * key is private; as text, or parsed. What is wrong is said without any part of the key.
 * @throws Error
 */
export const parseSigningKeys = (given: object | string): SigningKeys => {
  const keys = typeof given === 'string' ? readText(given) : readJwks(given)
  const [first] = keys
  if (!first || first.type !== 'private')
    throw new Error('The first signing key must be a private one: it is the one that signs.')
  if (keys.some(({ asymmetricKeyType }) => asymmetricKeyType !== 'ed25519'))
    throw new Error('Signing keys must be Ed25519 (openssl genpkey -algorithm ed25519).')
  const published = keys.map((key) => {
    const publicKey = key.type === 'private' ? createPublicKey(key) : key
    return { jwk: toPublicJwk(publicKey), key: publicKey }
  })
  return {
    kid: published[0]!.jwk.kid,
    privateKey: first,
    publicKeys: new Map(published.map((entry) => [entry.jwk.kid, entry])),
  }
}

const readText = (text: string): KeyObject[] => {
  // An environment file often holds line breaks as \n.
  const plain = text.trim().replaceAll('\\n', '\n')
  if (plain.startsWith('{')) return readJwks(parseJson(plain))
  if (plain.startsWith('-----BEGIN')) return [fromPem(plain)]
  const decoded = Buffer.from(plain, 'base64').toString('utf8').trim()
  if (decoded.startsWith('{')) return readJwks(parseJson(decoded))
  return [fromPem(decoded)]
}

const unreadable = () =>
  new Error('A signing key is PEM (PKCS #8), base64 of it, a JWK or a JWK set.')

/** The cause of these failures may quote the key: it is left out. */
const fromPem = (pem: string): KeyObject => {
  try {
    return createPrivateKey(pem)
  } catch {
    throw unreadable()
  }
}

const parseJson = (text: string): Jwk => {
  try {
    return JSON.parse(text) as Jwk
  } catch {
    throw unreadable()
  }
}

const readJwks = (given: Jwk): KeyObject[] =>
  (Array.isArray(given.keys) ? given.keys : [given]).map((jwk) => {
    try {
      const input = { key: jwk as never, format: 'jwk' as const }
      return jwk.d === undefined ? createPublicKey(input) : createPrivateKey(input)
    } catch {
      throw unreadable()
    }
  })

const toPublicJwk = (key: KeyObject): PublicJwk => {
  const { x } = key.export({ format: 'jwk' }) as { x: string }
  // RFC 7638: the members that make the key, in the order of their names.
  const members = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })
  const kid = createHash('sha256').update(members).digest('base64url')
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }
}
