/**
 * Builds what `npm publish` ships into dist/: the plugin for Node, the admin panel's client and
 * server components, and the types.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })

const shared = {
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  outdir: 'dist',
  packages: 'external',
  sourcemap: true,
  target: 'es2022',
}

await build({ ...shared, entryPoints: { index: 'src/index.ts' }, platform: 'node' })
await build({
  ...shared,
  banner: { js: "import './rsc.css'" },
  entryPoints: { rsc: 'src/admin/rsc.ts' },
  platform: 'node',
})
await build({
  ...shared,
  // Next has to see the directive on the file that it loads.
  banner: { js: "'use client'\nimport './client.css'" },
  entryPoints: { client: 'src/admin/client.ts' },
  platform: 'browser',
})
execFileSync('npx', ['tsc', '-p', '.config/tsconfig.package.json'], { stdio: 'inherit' })
