/**
 * Packs the package, installs the tarball into an empty project beside its peers, and uses it there
 * as a stranger would: what is missing from the tarball or wrong in its exports fails here.
 */
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

const claims = {
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

/** The command of the package on a certificate made here: it finds the key beside it. */
const checkCertificate = (command) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${part({ alg: 'EdDSA', kid: 'k' })}.${part(claims)}`
  const signature = sign(null, Buffer.from(content), privateKey).toString('base64url')
  const file = path.join(project, 'certificate.jws')
  writeFileSync(file, `${content}.${signature}\n`)
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k' }
  writeFileSync(path.join(project, 'jwks.json'), JSON.stringify({ keys: [jwk] }))
  return run('node', [command, 'verify', file])
}

const root = process.cwd()
const project = mkdtempSync(path.join(os.tmpdir(), 'channel-package-'))
try {
  const [{ filename, files, size }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', project], root),
  )
  const wanted = /^(dist\/|src\/cli\/|README\.md$|LICENSE$|CHANGELOG\.md$|package\.json$)/
  const strays = files.map((file) => file.path).filter((file) => !wanted.test(file))
  if (strays.length > 0)
    throw new Error(`These do not belong into the package: ${strays.join(', ')}`)
  run('tar', ['-xzf', filename], project)
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'))
  const manifest = JSON.parse(readFileSync(path.join(project, 'package/package.json'), 'utf8'))
  // npm applies publishConfig when it publishes, not when it packs.
  const exported = { ...manifest, exports: manifest.publishConfig.exports }
  writeFileSync(path.join(project, 'package/package.json'), JSON.stringify(exported))
  writeFileSync(
    path.join(project, 'package/use.mjs'),
    `import { channelPlugin } from 'payload-channel'
import { buildConfig } from 'payload'
const config = await buildConfig({ secret: 'x', db: { init: () => ({}), defaultIDType: 'text' }, plugins: [channelPlugin()] })
const slugs = config.collections.map(({ slug }) => slug)
if (!slugs.includes('orders')) throw new Error('The plugin added no orders: ' + slugs)
console.log(slugs.length + ' collections, ' + config.endpoints.length + ' endpoints')
`,
  )
  process.stdout.write(run('node', ['use.mjs'], path.join(project, 'package')))
  process.stdout.write(
    checkCertificate(path.join(project, 'package', manifest.bin['payload-channel'])),
  )
  console.log(`${filename}: ${files.length} files, ${Math.round(size / 1024)} KiB packed`)
} finally {
  rmSync(project, { recursive: true, force: true })
}
