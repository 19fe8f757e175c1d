import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { inspect } from 'node:util'

import { describe, expect, it } from '@jest/globals'
import { calculateJwkThumbprint } from 'jose'

import { createChannel } from '../../../src/channel'
import { parseSigningKeys } from '../../../src/operations/licenses/signingKeys'
import { parseOptions } from '../../../src/options'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const another = generateKeyPairSync('ed25519')
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' })
const set = { keys: [jwkOf(privateKey), jwkOf(another.publicKey)] }
const secret = jwkOf(privateKey).d as string

describe('parseSigningKeys', () => {
  it.each<[string, object | string]>([
    ['PEM', pem],
    ['PEM in one line, as environment files have it', pem.replaceAll('\n', '\\n')],
    ['base64 of PEM', Buffer.from(pem).toString('base64')],
    ['a JWK', jwkOf(privateKey)],
    ['a JWK as text', JSON.stringify(jwkOf(privateKey))],
    ['base64 of a JWK', Buffer.from(JSON.stringify(jwkOf(privateKey))).toString('base64')],
    ['a JWK set', set],
    ['a JWK set as text', ` ${JSON.stringify(set)}\n`],
  ])('reads %s', async (_words, given) => {
    const keys = parseSigningKeys(given)
    expect(keys.privateKey.equals(privateKey)).toBe(true)
    const { x } = jwkOf(publicKey) as { x: string }
    const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })
    expect(keys.kid).toBe(kid)
    expect([...keys.publicKeys.values()][0]?.jwk).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x,
      kid,
      alg: 'EdDSA',
      use: 'sig',
    })
  })

  it('signs with the first key of a set and publishes all, without a private part', () => {
    const keys = parseSigningKeys({ keys: [jwkOf(another.privateKey), jwkOf(privateKey)] })
    expect(keys.privateKey.equals(another.privateKey)).toBe(true)
    expect(keys.publicKeys.size).toBe(2)
    for (const { jwk, key } of keys.publicKeys.values()) {
      expect(key.type).toBe('public')
      expect(jwk).not.toHaveProperty('d')
    }
  })

  it.each<[string, object | string]>([
    ['nothing', {}],
    ['no keys', { keys: [] }],
    ['a public key to sign with', jwkOf(publicKey)],
    ['a text that is no key', 'not-a-key'],
    ['half a key', pem.slice(0, 60)],
    ['a spoiled JWK', JSON.stringify({ ...jwkOf(privateKey), d: secret.slice(1) })],
    ['JSON that is none', `{"d":"${secret}"`],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
        format: 'pem',
        type: 'pkcs8',
      }),
    ],
  ])('refuses %s, without telling the key', (_words, given) => {
    expect(() => parseSigningKeys(given)).toThrow(/signing key/i)
    try {
      parseSigningKeys(given)
    } catch (error) {
      expect(inspect(error, { depth: 9 })).not.toContain(secret.slice(0, 20))
    }
  })
})

describe('the option signing.keys', () => {
  it('stops the start where it is wrong, naming the option and not the key', () => {
    const given = { ...jwkOf(privateKey), d: secret.slice(1) } as never
    expect(() => parseOptions({ signing: { keys: given } })).toThrow(/signing\.keys/)
    try {
      parseOptions({ signing: { keys: given } })
    } catch (error) {
      expect(inspect(error, { depth: 9 })).not.toContain(secret.slice(1))
    }
  })

  it('leaves nothing of the private key to be shown by a log line or JSON', () => {
    const channel = createChannel(parseOptions({ signing: { keys: pem } }))
    const body = pem.split('\n')[1] as string
    for (const shown of [inspect(channel, { depth: 12 }), JSON.stringify(channel)])
      for (const part of [secret, body]) expect(shown).not.toContain(part)
  })
})
