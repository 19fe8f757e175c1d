import { afterEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { sourceHash } from '../../src/server/sourceHash'
import { withLock } from '../../src/server/withLock'

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

  it('lets one at a time in, and the next one after a failure', async () => {
    const done: string[] = []
    let finish = () => {}
    const first = withLock(file, () => new Promise<void>((_resolve, reject) => {
      finish = () => {
        done.push('first')
        reject(new Error('failed'))
      }
    })) // prettier-ignore
    const second = withLock(file, async () => void done.push('second'))
    finish()
    await expect(first).rejects.toThrow('failed')
    await second
    expect(done).toEqual(['first', 'second'])
  })

  it('takes over from a process that was killed', async () => {
    mkdirSync(path.dirname(file), { recursive: true })
    // Beyond the highest number that Linux gives to a process.
    writeFileSync(file, '4194305')
    expect(await withLock(file, async () => 'built')).toBe('built')
  })
})
