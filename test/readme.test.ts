import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { licenseMachine } from '../src/domain/licenses/licenseMachine'
import type { Machine } from '../src/domain/machine'
import { orderMachine } from '../src/domain/orders/orderMachine'
import { variableNames } from '../src/host/environment'
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

const movesOf = <State extends string>({ allows, states }: Machine<State>): string[][] =>
  states.flatMap((from) => states.filter((to) => allows(from, to)).map((to) => [from, to]))

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

  it('names every key of the options that have keys', () => {
    const { agreement, alerts, limits, passwords, rateLimits } = parseOptions({})
    // `signing` has no default that would show its keys; some of `rateLimits` have none either.
    const keys = [agreement, alerts, limits, passwords, rateLimits]
      .flatMap(Object.keys)
      .concat('keys', 'issuer', 'store', 'clientAddress', 'check')
    const table = readme.slice(readme.indexOf('| option'), readme.indexOf('Wrong options stop'))
    expect(keys.filter((key) => !table.includes(`\`${key}\``))).toEqual([])
  })

  it.each([
    ['orders', 0, movesOf(orderMachine), orderMachine.initial],
    ['licenses', 1, movesOf(licenseMachine), licenseMachine.initial],
  ])('draws the moves of %s that there are, and no other', (_of, index, moves, initial) => {
    const [, drawn = ''] = [...readme.matchAll(/```mermaid\n(.*?)```/gs)][index] ?? []
    const arrows = [...drawn.matchAll(/^ *(\w+) --> (\w+)/gm)].map(([, from, to]) => [from, to])
    expect(arrows.sort()).toEqual(moves.sort())
    expect(drawn).toContain(`[*] --> ${initial}\n`)
  })

  it('names every command', () => {
    const short = ['start', 'test']
    const commands = Object.keys(manifest.scripts).map((name) =>
      short.includes(name) ? `\`npm ${name}\`` : `\`npm run ${name}`,
    )
    const missing = commands.filter((command) => !new RegExp(`${command}(?![\\w:])`).test(readme))
    expect(missing).toEqual([])
  })

  it('names no command that is not there', () => {
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
  })

  it('leaves no place to be filled in, nor do the other documents', () => {
    const documents = ['README.md', 'docs/databases.md', 'docs/scaling.md']
    expect(documents.filter((file) => readFileSync(file, 'utf8').includes('<!--'))).toEqual([])
  })
})
