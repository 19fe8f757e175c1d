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

import { rules, verifyCertificate } from '../../src/cli/payloadChannel.js'
import { certificateClaims, claimsOf } from '../../src/domain/licenses/certificate'
import { licenseStates } from '../../src/domain/licenses/licenseMachine'
import { judgeLicense, verdictCodes } from '../../src/domain/licenses/licenseRules'
import { parseSigningKeys } from '../../src/operations/licenses/signingKeys'
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
  deployedAt: null as null | string,
  revision: 1,
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const claimsFor = (changes: Partial<typeof license> = {}) =>
  claimsOf(
    { ...license, ...changes },
    { sku: 'ENT', name: 'Suite' },
    { name: 'Acme 株式会社' },
    issue,
  )
const issue = { iss: 'https://issuer.test', jti: 'j', now }

const certify = (changes: Partial<typeof license> = {}, own = keys, header: object = {}): string =>
  signed(claimsFor(changes), own, header)

const signed = (claims: object, own = keys, header: object = {}): string => {
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
    ['EXPIRED', { expiresAt: '2026-11-21T11:55:00.000Z' }],
    ['NOT_STARTED', { startsAt: '2026-11-21T12:05:01.000Z' }],
    ['NOT_DEPLOYED', { state: 'created' }],
    ['NOT_DEPLOYED', { state: 'renewed' }],
    ['VALID', { state: 'renewed', deployedAt: '2026-02-01T00:00:00.000Z' }],
    // Clocks are off by some minutes.
    ['VALID', { expiresAt: '2026-11-21T11:55:01.000Z' }],
    ['VALID', { startsAt: '2026-11-21T12:05:00.000Z' }],
  ])('answers %s for %j', (code, changes) => {
    expect(codeOf(certify(changes))).toBe(code)
  })

  it('judges as the server does, of what a certificate can know', () => {
    const instant = fc.constantFrom(null, '2026-02-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z')
    const anyLicense = fc.record({
      state: fc.constantFrom(...licenseStates),
      startsAt: instant,
      expiresAt: instant,
      deployedAt: fc.constantFrom(null, '2026-02-01T00:00:00.000Z'),
    })
    expect(rules.map(([code]) => code)).toEqual(
      verdictCodes.filter((code) => rules.some((rule) => rule[0] === code)),
    )
    fc.assert(
      fc.property(anyLicense, (changes) => {
        const judged = { ...license, ...changes }
        const verdict = judgeLicense({ license: judged, signature: 'valid', asked: {}, now })
        expect(codeOf(certify(changes))).toBe(verdict.code)
      }),
    )
  })

  it('believes nothing in which any one bit is another', () => {
    const bytes = Buffer.from(certify())
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

  it('takes line breaks, blanks and marks that nobody sees, and nothing else around', () => {
    const text = certify()
    const wrapped = text.replace(/.{64}/g, '$&\r\n')
    for (const same of [`${text}\n`, `\uFEFF${text}\r\n`, ` ${text} `, `${text}\n\n`, wrapped])
      expect(codeOf(same)).toBe('VALID')
    for (const other of [`${text}.`, `"${text}"`, ''])
      expect(codeOf(other)).toBe('SIGNATURE_INVALID')
  })

  it('takes what was signed as a certificate only, by the issuer that is asked for', () => {
    for (const typ of [undefined, 'at+jwt', 'jwt'])
      expect(codeOf(certify({}, keys, { typ }))).toBe('SIGNATURE_INVALID')
    expect(codeOf(signed({ sub: 'u1', iss: issue.iss, exp: 32_503_680_000 }))).toBe(
      'SIGNATURE_INVALID',
    )
    const by = (issuer: string) =>
      verifyCertificate(certify(), jwksOf(), now.getTime(), issuer).code
    expect([by(issue.iss), by('https://other.test')]).toEqual(['VALID', 'SIGNATURE_INVALID'])
  })

  it('takes the claims that the server takes', () => {
    const odd = fc.constantFrom<unknown>(undefined, null, '', 'text', 1, 1.5, {}, [], true)
    const names = Object.keys(claimsFor()) as (keyof ReturnType<typeof claimsFor>)[]
    fc.assert(
      fc.property(fc.constantFrom(...names), odd, (name, value) => {
        const claims = { ...claimsFor(), [name]: value }
        const isTaken = codeOf(signed(claims)) !== 'SIGNATURE_INVALID'
        const wire: unknown = JSON.parse(JSON.stringify(claims))
        expect(isTaken).toBe(certificateClaims.safeParse(wire).success)
      }),
      { numRuns: 300 },
    )
  })

  it('reads certificates of before they told of the deployment', () => {
    const old = (state: (typeof licenseStates)[number]) =>
      codeOf(signed({ ...claimsFor({ state }), deployedAt: undefined }))
    expect([old('created'), old('renewed'), old('in_use')]).toEqual([
      'NOT_DEPLOYED',
      'VALID',
      'VALID',
    ])
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

const write = (name: string, text: Buffer | string): string => {
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

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${certify()}\r\n`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${certify()}\r\n`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(certify(), 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${certify()}`, 'utf16le').swap16()],
    ['lines of 64', Buffer.from(certify().replace(/.{64}/g, '$&\n'))],
  ])('reads files as editors save them: %s', (_words, bytes) => {
    const file = write('saved.jws', bytes)
    const saved = write('saved.json', Buffer.from(`\uFEFF${JSON.stringify(jwksOf())}`, 'utf16le'))
    for (const from of [jwks, saved]) expect(run('verify', file, '--jwks', from).status).toBe(0)
  })

  it('asks for an issuer where told to', () => {
    const by = (issuer: string) => run('verify', good, '--jwks', jwks, '--issuer', issuer).status
    expect([by(issue.iss), by('https://other.test')]).toEqual([0, 1])
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
