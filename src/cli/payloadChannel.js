#!/usr/bin/env node
/*
 * payload-channel verify FILE [--jwks FILE|URL] [--issuer NAME] [--json]
 *
 * Checks a license certificate without asking anybody: nothing but Node.js is needed, and with a key
 * file no network. Exit codes: 0 valid, 1 not valid, 2 the check could not be made.
 */
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const USAGE = `payload-channel verify FILE [--jwks FILE|URL] [--issuer NAME] [--json]

  FILE     the certificate, as text: three parts with dots between them
  --jwks   the issuer's keys: a file, or their address (…/api/v1/jwks.json);
           unset: jwks.json beside the certificate
  --issuer who must have issued it, e.g. https://partners.example.com
  --json   the verdict as JSON`

const FETCH_MS = 10_000

/** Clocks of systems in the field are off by some minutes. */
const LEEWAY_MS = 300_000

/** In the order of their precedence, as the server's rules have it. */
export const rules = [
  ['TERMINATED', ({ state }) => state === 'terminated', 'The license was terminated.'],
  ['SUSPENDED', ({ state }) => state === 'suspended', 'The license is suspended.'],
  [
    'EXPIRED',
    ({ exp, state }, now) =>
      state === 'expired' || (exp !== undefined && !(exp * 1000 > now - LEEWAY_MS)),
    'The license has expired.',
  ],
  [
    'NOT_DEPLOYED',
    ({ deployedAt, state }) =>
      // Certificates of before it was told don't say so; only this state knows.
      deployedAt === undefined
        ? state === 'created'
        : !['deployed', 'in_use'].includes(state) && !deployedAt,
    'The license has not been deployed yet.',
  ],
  [
    'NOT_STARTED',
    ({ nbf }, now) => nbf !== undefined && !(nbf * 1000 <= now + LEEWAY_MS),
    'The license has not started yet.',
  ],
]

const INVALID = {
  valid: false,
  code: 'SIGNATURE_INVALID',
  detail: 'The certificate was not signed with one of these keys, or was changed since.',
}

const isText = (value) => typeof value === 'string' && value !== ''
const isTextOrNone = (value) => value === null || typeof value === 'string'
const isWhole = (value) => Number.isSafeInteger(value)
const isOptional = (is) => (value) => value === undefined || is(value)
const has = (shape) => (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(shape).every(([name, is]) => is(value[name]))
const isAnyText = (value) => typeof value === 'string'
const isOneOf =
  (...values) =>
  (value) =>
    values.includes(value)

const states = [
  ...['created', 'deployed', 'in_use', 'renewed', 'expired', 'suspended', 'terminated'],
]

/** What makes the claims a certificate's; whatever else such a key signed is none. */
const isCertificate = has({
  iss: isText,
  sub: isText,
  jti: isAnyText,
  iat: isWhole,
  nbf: isOptional(isWhole),
  exp: isOptional(isWhole),
  rev: isWhole,
  state: isOneOf(...states),
  product: has({ sku: isAnyText, name: isAnyText }),
  productType: isAnyText,
  licenseType: isOneOf('subscription', 'perpetual', 'trial'),
  customer: has({ name: isAnyText }),
  limits: has({ workspaces: isWhole, users: isWhole }),
  seats: isWhole,
  startsAt: isTextOrNone,
  expiresAt: isTextOrNone,
  deployedAt: isOptional(isTextOrNone),
})

/**
 * Judges a certificate by its signature and dates; whether it was taken back since, only the issuer
 * knows.
 * @param {string} text a compact JWS; blanks, line breaks and marks that nobody sees are no part of it
 * @param {{ keys: { kid?: string, kty?: string, crv?: string, x?: string }[] }} jwks
 * @param {number} [now] milliseconds since 1970
 * @param {string} [issuer] who must have issued it
 * @returns {{ valid: boolean, code: string, detail: string, license?: Record<string, unknown> }}
 */
export const verifyCertificate = (text, jwks, now = Date.now(), issuer = undefined) => {
  const [, head, body, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(plain(text)) ?? []
  const [header, claims, bytes] = [json(head), json(body), decode(signature)]
  if (!header || !claims || !bytes || header.alg !== 'EdDSA' || 'crit' in header) return INVALID
  if (header.typ !== 'JWT' || !isCertificate(claims)) return INVALID
  if (issuer !== undefined && claims.iss !== issuer) return INVALID
  const jwk = jwks.keys.find(({ crv, kid }) => crv === 'Ed25519' && kid === header.kid)
  const key = jwk && createPublicKey({ key: jwk, format: 'jwk' })
  if (!key || !verify(null, Buffer.from(`${head}.${body}`), key, bytes)) return INVALID
  const [code, , detail] = rules.find(([, broken]) => broken(claims, now)) ?? [
    'VALID',
    ,
    'The certificate is genuine and the license holds.',
  ]
  return { valid: code === 'VALID', code, detail, license: claims }
}

const plain = (text) => text.replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')

/** Text as editors save it: UTF-8 or UTF-16, by its first bytes. */
export const textOf = (bytes) => {
  const [a, b] = bytes
  const isLittle = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0)
  const isBig = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0)
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Bytes have one spelling only: a decoder overlooks the spare bits of a last character. */
const decode = (part) => {
  if (part === undefined) return null
  const bytes = Buffer.from(part, 'base64url')
  return bytes.toString('base64url') === part ? bytes : null
}

const json = (part) => {
  try {
    const value = JSON.parse(decode(part)?.toString('utf8') ?? 'null')
    return typeof value === 'object' && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const readKeys = async (from) => {
  const text = /^https?:\/\//.test(from) ? await download(from) : textOf(readFileSync(from))
  const jwks = JSON.parse(text)
  if (!Array.isArray(jwks?.keys)) throw new Error(`${from} holds no keys.`)
  return jwks
}

const download = async (url) => {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
  return response.text()
}

const inWords = ({ code, detail, license, valid }) => {
  const lines = [`${valid ? 'VALID' : `NOT VALID (${code})`}: ${detail}`]
  if (license)
    lines.push(
      `  license    ${license.sub}, ${license.state} on ${day(license.iat)}`,
      `  product    ${license.product?.name} (${license.product?.sku}, ${license.productType})`,
      `  customer   ${license.customer?.name}`,
      `  limits     ${license.limits?.workspaces} workspaces, ${license.limits?.users} users`,
      `  from       ${day(license.nbf)} until ${day(license.exp)}`,
    )
  return lines.join('\n')
}

const day = (seconds) =>
  typeof seconds === 'number' ? new Date(seconds * 1000).toISOString().slice(0, 10) : '(open)'

/** @returns {Promise<number>} the exit code */
const main = async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      issuer: { type: 'string' },
      json: { type: 'boolean' },
      jwks: { type: 'string' },
    },
  })
  const [command, file, ...more] = positionals
  if (values.help) return say(USAGE, 0)
  if (command !== 'verify' || !file || more.length > 0) throw new Error(USAGE)
  const keys = await readKeys(values.jwks ?? path.join(path.dirname(file), 'jwks.json'))
  const verdict = verifyCertificate(textOf(readFileSync(file)), keys, Date.now(), values.issuer)
  return say(
    values.json ? JSON.stringify(verdict, null, 2) : inWords(verdict),
    Number(!verdict.valid),
  )
}

const say = (text, code) => {
  process.stdout.write(`${text}\n`)
  return code
}

const started = process.argv[1] && realpathSync(process.argv[1])
if (started === fileURLToPath(import.meta.url))
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error) => {
      process.stderr.write(`${error.message}\n`)
      process.exitCode = 2
    },
  )
