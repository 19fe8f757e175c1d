/**
 * Packs the package, installs the tarball into an empty project beside its peers, and uses it there
 * as a stranger would: what is missing from the tarball or wrong in its exports fails here.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

const root = process.cwd()
const project = mkdtempSync(path.join(os.tmpdir(), 'channel-package-'))
try {
  const [{ filename, files, size }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', project], root),
  )
  const wanted = /^(dist\/|README\.md$|LICENSE$|CHANGELOG\.md$|package\.json$)/
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
  console.log(`${filename}: ${files.length} files, ${Math.round(size / 1024)} KiB packed`)
} finally {
  rmSync(project, { recursive: true, force: true })
}
