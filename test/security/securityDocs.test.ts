import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

const document = readFileSync('docs/security.md', 'utf8')

/** Rows of the table of threats: what, then file and title of its test. */
const rows = [...document.matchAll(/^\| (.+?) +\| `(test\/[^`]+)`: (.+?) +\|$/gm)].map(
  ([, threat = '', file = '', title = '']) => [threat, file, title] as const,
)

describe('docs/security.md', () => {
  it('has a test for every threat', () => {
    const [, table = ''] = document.split('## Threats')
    const [threats = ''] = table.split('## What is not covered')
    const lines = threats
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
    expect(rows.length).toBeGreaterThan(15)
    expect(rows).toHaveLength(lines.length)
  })

  it.each(rows)('names a test that there is: %s', (_threat, file, title) => {
    const titles = [...readFileSync(file, 'utf8').matchAll(/\(\s*'((?:[^'\\]|\\.)+)',/g)]
    expect(titles.map(([, name]) => name)).toContain(title)
  })
})
