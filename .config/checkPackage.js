/**
 * Packs and publishes the package as a maintainer would, and looks at the very tarball: its files,
 * exports and types, and how it works in a project that has it beside its peers.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { checkContents } from './package/contents.js'
import { entries, placeOf, root } from './package/layout.js'
import { checkDependencies } from './package/ownDependencies.js'
import { pack, publish, requireSame } from './package/packed.js'
import { filesBehind } from './package/transpile.js'
import { useCommand, useInConfig } from './package/useInstalled.js'

/** A command of a development dependency; what it says is shown. */
const lint = (name, ...args) =>
  execFileSync(path.join(root, 'node_modules/.bin', name), args, { stdio: 'inherit' })

const isClient = (file) => /^['"]use client['"]/.test(readFileSync(path.join(root, file), 'utf8'))

const clientSources = async () =>
  (await filesBehind(entries()))
    .filter(isClient)
    .map((file) => ({ place: `dist/${placeOf(file)}.js` }))

/** A project that has the tarball's content and, by links, the packages that are installed here. */
const projectWith = (folder, file) => {
  const modules = path.join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(path.join(root, 'node_modules')))
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name))
  const installed = path.join(modules, 'payload-channel')
  mkdirSync(installed)
  execFileSync('tar', ['-xzf', file, '-C', installed, '--strip-components=1'])
  return installed
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'channel-package-'))
try {
  checkDependencies()
  const packed = await pack(folder)
  requireSame(packed, await publish())
  const installed = projectWith(folder, packed.file)
  checkContents(installed, packed, await clientSources())
  lint('publint', 'run', packed.file, '--strict')
  lint('attw', packed.file, '--profile', 'esm-only', '--no-definitely-typed')
  useInConfig(folder)
  useCommand(folder, path.join(installed, 'src/cli/payloadChannel.js'))
  const kilobytes = Math.round(packed.size / 1000)
  console.log(`${path.basename(packed.file)}: ${packed.files.length} files, ${kilobytes} kB packed`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
