import { afterEach, describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { sourceHash } from '../../../src/host/server/sourceHash'
import { withLock } from '../../../src/host/server/withLock'

const root = mkdtempSync(path.join(os.tmpdir(), 'channel-build-'))
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('sourceHash', () => {
  it('changes with a source and not with what was built of it', () => {
    for (const folder of ['collections', 'hooks', 'endpoints', 'access', 'jobs', 'src/.next'])
      mkdirSync(path.join(root, folder), { recursive: true })
    for (const file of ['package.json', 'package-lock.json', 'tsconfig.json'])
      writeFileSync(path.join(root, file), '{}')
    const before = sourceHash(root)
    writeFileSync(path.join(root, 'src/.next/built-from'), before)
    expect(sourceHash(root)).toBe(before)
    writeFileSync(path.join(root, 'hooks/new.ts'), '')
    expect(sourceHash(root)).not.toBe(before)
  })
})

describe('withLock', () => {
  const file = path.join(root, 'cache/build.lock')

  it('waits for another process, and gives the lock back after a failure', async () => {
    const done: string[] = []
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, String(process.ppid))
    const build = withLock(file, async () => {
      done.push('build')
      throw new Error('failed')
    })
    done.push('the other process')
    rmSync(file)
    await expect(build).rejects.toThrow('failed')
    expect(done).toEqual(['the other process', 'build'])
    expect(existsSync(file)).toBe(false)
  })

  it('takes over from a process that was killed', async () => {
    mkdirSync(path.dirname(file), { recursive: true })
    // Beyond the highest number that Linux gives to a process.
    writeFileSync(file, '4194305')
    expect(await withLock(file, async () => 'built')).toBe('built')
  })
})
