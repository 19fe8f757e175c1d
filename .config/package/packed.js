import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

import { root } from './layout.js'
import { publishSink } from './publishSink.js'

const run = promisify(execFile)

/** What runs here is no part of the npm that started it, whose settings would reach it. */
const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))

/** Runs npm in the repository. */
export const npm = (...args) =>
  run('npm', args, { cwd: root, env: ownEnvironment(), maxBuffer: 64 * 1024 * 1024 })

const workTree = async () => (await run('git', ['status', '--porcelain'], { cwd: root })).stdout

const requireUntouched = async (before, command) => {
  if ((await workTree()) !== before) throw new Error(`npm ${command} left the work tree changed.`)
}

/** What `npm pack` makes, plainly. */
export const pack = async (folder) => {
  const before = await workTree()
  const { stdout } = await npm('pack', '--json', '--pack-destination', folder)
  await requireUntouched(before, 'pack')
  const [{ filename, files, size }] = JSON.parse(stdout)
  return { file: path.join(folder, filename), files: files.map((one) => one.path), size }
}

/** What `npm publish` sends to a registry, plainly. */
export const publish = async () => {
  const before = await workTree()
  const sink = await publishSink()
  try {
    const registry = `http://${sink.host}/`
    await npm('publish', '--registry', registry, `--//${sink.host}/:_authToken=sink`)
  } finally {
    sink.stop()
  }
  await requireUntouched(before, 'publish')
  if (sink.published.length !== 1) throw new Error('npm publish sent nothing.')
  return sink.published[0]
}

/** Both ways give the same bytes, and the registry is told the exports that the tarball has. */
export const requireSame = ({ file }, { manifest, tarball }) => {
  if (!readFileSync(file).equals(tarball))
    throw new Error('npm publish sends another tarball than npm pack makes.')
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  if (JSON.stringify(manifest.exports) !== JSON.stringify(exports))
    throw new Error('The registry is told other exports than package.json has.')
}
