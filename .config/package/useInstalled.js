import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const claims = {
  iss: 'https://channel.test',
  jti: 'one',
  rev: 1,
  seats: 1,
  licenseType: 'subscription',
  startsAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2999-01-01T00:00:00.000Z',
  sub: 'ENT-202611-000001',
  iat: Date.UTC(2026, 10, 1) / 1000,
  nbf: Date.UTC(2026, 10, 1) / 1000,
  exp: Date.UTC(2999, 0, 1) / 1000,
  state: 'in_use',
  product: { sku: 'ENT-SUITE', name: 'Enterprise Suite' },
  productType: 'enterprise',
  customer: { name: 'Adventure Works' },
  limits: { workspaces: 5, users: 50 },
}

const script = `import { channelPlugin } from 'payload-channel'
import { buildConfig } from 'payload'
const config = await buildConfig({ secret: 'x', db: { init: () => ({}), defaultIDType: 'text' }, plugins: [channelPlugin()] })
const slugs = config.collections.map(({ slug }) => slug)
if (!slugs.includes('orders')) throw new Error('The plugin added no orders: ' + slugs)
console.log(slugs.length + ' collections, ' + config.endpoints.length + ' endpoints')
`

const node = (cwd, ...args) =>
  process.stdout.write(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }))

/** The plugin in a config of a stranger’s. */
export const useInConfig = (project) => {
  writeFileSync(path.join(project, 'use.mjs'), script)
  node(project, 'use.mjs')
}

/** The command of the package on a certificate made here: it finds the key beside it. */
export const useCommand = (project, command) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${part({ alg: 'EdDSA', kid: 'k', typ: 'JWT' })}.${part(claims)}`
  const signature = sign(null, Buffer.from(content), privateKey).toString('base64url')
  writeFileSync(path.join(project, 'certificate.jws'), `${content}.${signature}\n`)
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k' }
  writeFileSync(path.join(project, 'jwks.json'), JSON.stringify({ keys: [jwk] }))
  node(project, command, 'verify', 'certificate.jws')
}
