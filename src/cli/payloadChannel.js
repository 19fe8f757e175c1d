#!/usr/bin/env node
/*
 * payload-channel verify FILE [--jwks FILE|URL] [--json]
 *
 * Checks a license certificate without asking anybody: nothing but Node.js is needed, and with a key
 * file no network. Exit codes: 0 valid, 1 not valid, 2 the check could not be made.
 */
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const USAGE = `payload-channel verify FILE [--jwks FILE|URL] [--json]

  FILE     the certificate, as text: three parts with dots between them
  --jwks   the issuer's keys: a file, or their address (…/api/v1/jwks.json);
           unset: jwks.json beside the certificate
  --json   the verdict as JSON`

const FETCH_MS = 10_000

/** In the order of their precedence, as the server's rules have it. */
const rules = [
  ['TERMINATED', ({ state }) => state === 'terminated', 'The license was terminated.'],
  ['SUSPENDED', ({ state }) => state === 'suspended', 'The license is suspended.'],
  [
    'EXPIRED',
    ({ exp, state }, now) => state === 'expired' || (exp !== undefined && !(exp * 1000 > now)),
    'The license has expired.',
  ],
  [
    'NOT_STARTED',
    ({ nbf }, now) => nbf !== undefined && !(nbf * 1000 <= now),
    'The license has not started yet.',
  ],
]

const INVALID = {
  valid: false,
  code: 'SIGNATURE_INVALID',
  detail: 'The certificate was not signed with one of these keys, or was changed since.',
}

/**
 * Judges a certificate by its signature and dates; whether it was taken back since, only the issuer
 * knows.
 * @param {string} text a compact JWS, with a line break at its end or without
 * @param {{ keys: { kid?: string, kty?: string, crv?: string, x?: string }[] }} jwks
 * @param {number} [now] milliseconds since 1970
 * @returns {{ valid: boolean, code: string, detail: string, license?: Record<string, unknown> }}
 */
export const verifyCertificate = (text, jwks, now = Date.now()) => {
  const [, head, body, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]+)(?:\r?\n)?$/.exec(text) ?? []
  const [header, claims, bytes] = [json(head), json(body), decode(signature)]
  if (!header || !claims || !bytes || header.alg !== 'EdDSA' || 'crit' in header) return INVALID
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
  const text = /^https?:\/\//.test(from) ? await download(from) : readFileSync(from, 'utf8')
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
      json: { type: 'boolean' },
      jwks: { type: 'string' },
    },
  })
  const [command, file, ...more] = positionals
  if (values.help) return say(USAGE, 0)
  if (command !== 'verify' || !file || more.length > 0) throw new Error(USAGE)
  const keys = await readKeys(values.jwks ?? path.join(path.dirname(file), 'jwks.json'))
  const verdict = verifyCertificate(readFileSync(file, 'utf8'), keys)
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
