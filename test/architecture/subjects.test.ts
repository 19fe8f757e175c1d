import { describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

import { filesIn, importsOf, root } from './importsOf'
import { knownUpward, subjects, upwardImports } from './subjects'

const layers = ['src', 'access', 'collections', 'endpoints', 'hooks', 'jobs']
const files = filesIn(...layers)

describe('the order of subjects', () => {
  it('is kept: none imports a later one, but for those that are written down', () => {
    const found = files.flatMap((file) => upwardImports(file))
    expect([...new Set(found)].sort()).toEqual([...knownUpward].sort())
  })

  it.each([
    ['hooks/orders/a.ts', `import { b } from '../../src/operations/alerts/b'`],
    ['src/domain/money/a.ts', `import type { B } from '../orders/b'`],
  ])('would be found broken in %s: %s', (file, text) => {
    expect(upwardImports(file, importsOf(file, text))).toHaveLength(1)
  })

  it.each([
    ['src/operations/alerts/a.ts', `import { b } from '../orders/b'`],
    ['src/operations/orders/a.ts', `import { b } from './b'`],
    ['src/plugin.ts', `import { b } from './operations/stats/b'`],
  ])('would be found kept in %s: %s', (file, text) => {
    expect(upwardImports(file, importsOf(file, text))).toEqual([])
  })

  it('names every room of every layer', () => {
    const rooms = ['src/domain', 'src/operations', 'src/api', 'hooks', 'endpoints', 'collections']
      .flatMap((folder) => readdirSync(path.join(root, folder), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && !['docs', 'graphql'].includes(entry.name))
      .map(({ name }) => name)
    expect(rooms.filter((name) => !subjects.includes(name))).toEqual([])
  })
})

type Graph = Map<string, string[]>

const fileOf = (target: string): string | undefined =>
  [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((file) =>
    existsSync(path.join(root, file)),
  )

/** The first way from a file back to itself, e.g. `a.ts → b.ts → a.ts`. */
const circleFrom = (graph: Graph, start: string): string | null => {
  const seen = new Set<string>()
  const walk = (file: string, way: string[]): string | null => {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return [...way, next].join(' → ')
      if (seen.has(next)) continue
      seen.add(next)
      const found = walk(next, [...way, next])
      if (found) return found
    }
    return null
  }
  return walk(start, [start])
}

describe('imports', () => {
  it('go in no circle, types included', () => {
    const graph: Graph = new Map(
      files.map((file) => [file, importsOf(file).flatMap(({ target }) => fileOf(target) ?? [])]),
    )
    expect(files.map((file) => circleFrom(graph, file)).filter(Boolean)).toEqual([])
  })

  it.each([
    [{ a: ['b'], b: ['c'], c: ['b'] }, 'b → c → b'],
    [{ a: ['b', 'c'], b: ['c'], c: [] }, null],
  ])('would be found out: %j', (tree, circle) => {
    expect(circleFrom(new Map(Object.entries(tree)), 'b')).toBe(circle)
  })

  it('lead to the host app from nowhere but itself and what the package exports', () => {
    const isAllowed = (file: string) =>
      /^src\/(host|exports|app)\/|^src\/payload\.config\.ts$/.test(file)
    const found = files
      .filter((file) => !isAllowed(file))
      .flatMap((file) => importsOf(file))
      .filter(({ target }) => target.startsWith('src/host/'))
      .map(({ from, target }) => `${from} → ${target}`)
    expect(found).toEqual([])
  })
})

describe('folders', () => {
  it('have thirty files beside each other at most', () => {
    const counts = new Map<string, number>()
    for (const file of filesIn(...layers, 'test'))
      counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > 30)).toEqual([])
  })
})
