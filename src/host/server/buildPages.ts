import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import { sourceHash } from './sourceHash'
import { withLock } from './withLock'

export type BuildParts = {
  /** The repository's top folder. */
  root: string
  say: (line: string) => void
}

/**
 * Builds the admin panel where its sources have changed since the last time; several processes that
 * start at once build it once.
 * @throws Error with the output of a build that failed
 */
export const buildPages = async ({ root, say }: BuildParts): Promise<void> => {
  const out = path.join(root, 'src', '.next')
  const marker = path.join(out, 'built-from')
  const isCurrent = () => read(marker) === sourceHash(root)
  if (isCurrent()) return
  // In `cache`, since the build empties the rest of its folder.
  await withLock(path.join(out, 'cache', 'build.lock'), async () => {
    if (isCurrent()) return
    const from = sourceHash(root)
    const started = Date.now()
    say('Building the admin panel, once for these sources. This takes about 30 s …')
    await build(root)
    writeFileSync(marker, from)
    say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`)
  })
}

const build = (root: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
    const child = spawn(process.execPath, [next, 'build', path.join(root, 'src')], {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    })
    const stop = () => child.kill()
    process.once('exit', stop)
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', stop)
      if (code === 0) resolve()
      else reject(new Error(`The admin panel could not be built:\n${output}`))
    })
  })

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
