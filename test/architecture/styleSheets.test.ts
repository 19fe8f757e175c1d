import { describe, expect, it } from '@jest/globals'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

import { root } from './importsOf'

/** The classes that a style sheet has rules for. */
const classesOf = (css: string): string[] => [
  ...new Set(
    [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g)]
      // A rule of the page at large (`@media …`) names no class.
      .filter(([, selector]) => !selector?.trim().startsWith('@'))
      .flatMap(([, selector]) => [...(selector ?? '').matchAll(/\.(-?[a-z_][\w-]*)/gi)])
      .map(([, name]) => name ?? ''),
  ),
]

/** Classes of our own that more than one sheet styles: the later one changes what the first meant. */
const sharedClasses = (sheets: Record<string, string>): string[] => {
  const owners = new Map<string, string[]>()
  for (const [file, css] of Object.entries(sheets))
    for (const name of classesOf(css).filter((one) => one.startsWith('channel-')))
      owners.set(name, [...(owners.get(name) ?? []), file])
  return [...owners].flatMap(([name, files]) =>
    files.length > 1 ? [`${name}: ${files.join(', ')}`] : [],
  )
}

const sheetsBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css') && !file.startsWith('.next'))
      .map((file) => [file, readFileSync(path.join(root, folder, file), 'utf8')]),
  )

describe('a class of a style sheet', () => {
  it('has one meaning: no other sheet has a rule for it', () => {
    const sheets = sheetsBelow('src')
    expect(Object.keys(sheets).length).toBeGreaterThan(1)
    expect(sharedClasses(sheets)).toEqual([])
  })

  it.each([
    ['.channel-a {}', '.b .channel-a:hover {}', ['channel-a: a.css, b.css']],
    ['.channel-a {}', '@media (x) { .channel-a p {} }', ['channel-a: a.css, b.css']],
    ['.channel-a {}', '/* .channel-a */ .channel-a__part { width: 0.5px }', []],
    ['.dashboard .channel-a {}', '.dashboard .channel-b {}', []],
  ])('would be found out: %s and %s', (a, b, found) => {
    expect(sharedClasses({ 'a.css': a, 'b.css': b })).toEqual(found)
  })
})
