import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { pack } from '../../.config/package/packed.js'
import type { HostApp } from './hostApp'

const packages = [
  '@payloadcms/db-mongodb',
  '@payloadcms/db-postgres',
  '@payloadcms/db-sqlite',
  '@payloadcms/next',
  '@payloadcms/ui',
  'graphql',
  'next',
  'payload',
  'react',
  'react-dom',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  'typescript',
]

const quiet = ['--no-audit', '--no-fund', '--prefer-offline']

/** The packages that a new Payload app has, in the versions that this repository is tested with. */
export const installPayload = async ({ execute }: HostApp): Promise<void> => {
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const wanted = packages.map((name) => `${name}@${devDependencies[name]}`)
  await execute('npm', ['install', '--save-exact', ...quiet, ...wanted])
}

/** The package as `npm pack` makes it, in a folder of its own. */
export const packPackage = async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'channel-tarball-'))
  const { file } = await pack(folder)
  return { file, remove: () => rm(folder, { recursive: true, force: true }) }
}

export const installPackage = ({ execute }: HostApp, tarball: string): Promise<string> =>
  execute('npm', ['install', ...quiet, tarball])
