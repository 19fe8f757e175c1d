import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { environment } from '../../../src/host/environment'
import { parseSigningKeys } from '../../../src/operations/licenses/signingKeys'
import { keptSigningKey } from '../../../src/host/server/keptSigningKey'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'channel-key-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const production = { NODE_ENV: 'production' as const, PAYLOAD_SECRET: 'a-secret-for-tests-only' }

describe('keptSigningKey', () => {
  it('is made once and is for its owner’s eyes only', () => {
    const key = keptSigningKey(directory)
    expect(keptSigningKey(directory)).toBe(key)
    expect(parseSigningKeys(key).publicKeys.size).toBe(1)
    const [file] = readdirSync(directory)
    expect(statSync(path.join(directory, file as string)).mode & 0o777).toBe(0o600)
  })

  it('is the same for processes that ask at the same moment', async () => {
    const script = `
      import { keptSigningKey } from './src/host/server/keptSigningKey.ts'
      process.stdout.write(keptSigningKey(${JSON.stringify(directory)}))`
    const ask = (): Promise<string> =>
      new Promise((resolve) => {
        const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
        const child = spawn(process.execPath, args, { env: process.env })
        let text = ''
        child.stdout.on('data', (part: Buffer) => (text += part.toString()))
        child.once('close', () => resolve(text))
      })
    const keys = await Promise.all([ask(), ask(), ask()])
    expect(new Set(keys)).toEqual(new Set([keptSigningKey(directory)]))
  })
})

describe('the setting LICENSE_SIGNING_KEY', () => {
  it('comes before the kept one, and no key is made where it is set', () => {
    const { signingKey } = environment({
      ...production,
      DATA_DIR: directory,
      LICENSE_SIGNING_KEY: 'k',
    })
    expect(signingKey).toBe('k')
    expect(readdirSync(directory)).toEqual([])
  })

  it('is never made up in production, where machines would sign with different keys', () => {
    expect(environment({ ...production, DATA_DIR: directory }).signingKey).toBeUndefined()
    expect(environment({ ...production, DATA_DIR: directory, DEMO: '1' }).signingKey).toContain(
      'BEGIN PRIVATE KEY',
    )
  })
})
