import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { variableNames } from '../src/environment'
import { parseOptions } from '../src/options'

const readme = readFileSync('README.md', 'utf8')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

/** What stands in the first column of the README's tables, between backticks. */
const firstColumns = readme
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
  .map(([, name]) => name)

describe('README', () => {
  it('lists every variable that the host app reads', () => {
    const unset = ['NODE_ENV']
    expect(firstColumns).toEqual(
      expect.arrayContaining(variableNames.filter((name) => !unset.includes(name))),
    )
  })

  it('lists every option of the plugin', () => {
    expect(firstColumns).toEqual(expect.arrayContaining(Object.keys(parseOptions({}))))
  })

  it('names no command that is not there', () => {
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
  })
})
