import { spawn, spawnSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { verifyCertificate } from '../../src/cli/payloadChannel.js'
import { claimsOf } from '../../src/domain/certificate'
import { licenseStates } from '../../src/domain/licenseMachine'
import { judgeLicense } from '../../src/domain/licenseRules'
import { parseSigningKeys } from '../../src/operations/signingKeys'
import { importsOf } from '../architecture/importsOf'

const command = fileURLToPath(new URL('../../src/cli/payloadChannel.js', import.meta.url))
const directory = mkdtempSync(path.join(os.tmpdir(), 'channel-cli-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const keysOf = (...pairs: object[]) => parseSigningKeys({ keys: pairs })
const newJwk = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
const [ours, theirs] = [newJwk(), newJwk()]
const keys = keysOf(ours)
const jwksOf = (own = keys) => ({ keys: [...own.publicKeys.values()].map(({ jwk }) => jwk) })

const now = new Date('2026-11-21T12:00:00.000Z')
const license = {
  licenseId: 'ENT-202611-000042',
  state: 'in_use' as (typeof licenseStates)[number],
  productType: 'enterprise',
  licenseType: 'subscription' as const,
  limits: { workspaces: 50, users: 500 },
  seats: 1,
  startsAt: '2026-01-01T00:00:00.000Z' as null | string,
  expiresAt: '2999-01-01T00:00:00.000Z' as null | string,
  revision: 1,
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const certify = (
  changes: Partial<typeof license> = {},
  own = keys,
  header: object = {},
): string => {
  const issue = { iss: 'https://issuer.test', jti: 'j', now }
  const claims = claimsOf(
    { ...license, ...changes },
    { sku: 'ENT', name: 'Suite' },
    { name: 'Acme 株式会社' },
    issue,
  )
  const content = `${part({ alg: 'EdDSA', kid: own.kid, typ: 'JWT', ...header })}.${part(claims)}`
  return `${content}.${sign(null, Buffer.from(content), own.privateKey).toString('base64url')}`
}

const codeOf = (text: string, jwks: object = jwksOf(), at = now) =>
  verifyCertificate(text, jwks as never, at.getTime()).code

describe('verifyCertificate', () => {
  it.each<[string, Partial<typeof license>]>([
    ['VALID', {}],
    ['VALID', { expiresAt: null }],
    ['TERMINATED', { state: 'terminated', expiresAt: '2026-02-01T00:00:00.000Z' }],
    ['SUSPENDED', { state: 'suspended' }],
    ['EXPIRED', { state: 'expired' }],
    ['EXPIRED', { expiresAt: now.toISOString() }],
    ['NOT_STARTED', { startsAt: '2026-11-21T12:00:01.000Z' }],
  ])('answers %s for %j', (code, changes) => {
    expect(codeOf(certify(changes))).toBe(code)
  })

  it('judges as the server does, of what a certificate can know', () => {
    const instant = fc.constantFrom(null, '2026-02-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z')
    const anyLicense = fc.record({
      state: fc.constantFrom(...licenseStates),
      startsAt: instant,
      expiresAt: instant,
    })
    fc.assert(
      fc.property(anyLicense, (changes) => {
        const deployed = { ...license, ...changes, deployedAt: now.toISOString() }
        const verdict = judgeLicense({ license: deployed, signature: 'valid', asked: {}, now })
        expect(codeOf(certify(changes))).toBe(verdict.code)
      }),
    )
  })

  it('believes nothing in which any one bit is another', () => {
    const bytes = Buffer.from(`${certify()}\n`)
    const believed: string[] = []
    for (let at = 0; at < bytes.length; at += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(bytes)
        changed[at]! ^= 1 << bit
        const { valid } = verifyCertificate(changed.toString('utf8'), jwksOf())
        if (valid) believed.push(`byte ${at}, bit ${bit}`)
      }
    expect(believed).toEqual([])
  })

  it('takes a line break at the end, as editors leave it, and nothing else around', () => {
    const text = certify()
    for (const end of ['\n', '\r\n']) expect(codeOf(text + end)).toBe('VALID')
    for (const other of [` ${text}`, `${text} `, `${text}\n\n`, `${text}.`, ''])
      expect(codeOf(other)).toBe('SIGNATURE_INVALID')
  })

  it('knows the keys that are published, and no others', () => {
    expect(codeOf(certify({}, keysOf(theirs)))).toBe('SIGNATURE_INVALID')
    expect(codeOf(certify({}, keysOf(theirs)), jwksOf(keysOf(ours, theirs)))).toBe('VALID')
    expect(codeOf(certify(), { keys: [] })).toBe('SIGNATURE_INVALID')
    const own = createPublicKey(keys.privateKey).export({ format: 'jwk' })
    for (const header of [
      { alg: 'none' },
      { jwk: own, kid: 'mine' },
      { crit: ['b64'], b64: false },
    ])
      expect(codeOf(certify({}, keys, header))).toBe('SIGNATURE_INVALID')
  })
})

const run = (...args: string[]) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
  })
  return { status, stderr, stdout }
}

const write = (name: string, text: string): string => {
  const file = path.join(directory, name)
  writeFileSync(file, text)
  return file
}

describe('payload-channel verify', () => {
  const good = write('good.jws', `${certify()}\n`)
  const jwks = write('jwks.json', JSON.stringify(jwksOf()))

  it('finds the keys beside the certificate, says what it certifies and succeeds', () => {
    const { status, stdout } = run('verify', good)
    expect(status).toBe(0)
    for (const text of [
      'VALID',
      'ENT-202611-000042',
      'Acme 株式会社',
      '50 workspaces',
      '2999-01-01',
    ])
      expect(stdout).toContain(text)
  })

  it('fails for what is not valid, with the reason', () => {
    const spoiled = write('spoiled.jws', certify().replace(/.$/, '.'))
    const late = write('late.jws', certify({ expiresAt: '2026-11-01T00:00:00.000Z' }))
    for (const [file, code] of [
      [spoiled, 'SIGNATURE_INVALID'],
      [late, 'EXPIRED'],
    ] as const) {
      const { status, stdout } = run('verify', file, '--jwks', jwks, '--json')
      expect([status, JSON.parse(stdout)]).toEqual([
        1,
        expect.objectContaining({ valid: false, code }),
      ])
    }
  })

  it.each([
    [['verify', 'no-such-file', '--jwks', jwks]],
    [['verify', good, '--jwks', good]],
    [['verify']],
    [['sign', good]],
    [[]],
  ])('says on stderr why it cannot check: %j', (args) => {
    const { status, stderr, stdout } = run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr.trim()).not.toBe('')
    expect(stderr).not.toMatch(/^ +at /m)
  })

  it('needs nothing but Node.js', () => {
    const foreign = importsOf('src/cli/payloadChannel.js').filter(
      ({ target }) => !target.startsWith('node:'),
    )
    expect(foreign).toEqual([])
  })

  it('asks the address that it is given, where there is a network', async () => {
    const server = createServer((_request, response) => response.end(JSON.stringify(jwksOf())))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const args = [command, 'verify', good, '--jwks', `http://127.0.0.1:${port}/jwks.json`]
    const status = await new Promise((resolve) =>
      spawn(process.execPath, args, { stdio: 'ignore' }).once('exit', resolve),
    )
    await new Promise((resolve) => server.close(resolve))
    expect(status).toBe(0)
  })
})
