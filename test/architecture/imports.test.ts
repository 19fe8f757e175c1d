import { describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { codeLines, filesIn, importsOf, read, root } from './importsOf'
import { forbiddenImports, layers } from './layers'

const files = filesIn('src', 'access', 'collections', 'endpoints', 'hooks', 'jobs')

describe('forbiddenImports', () => {
  it.each(Object.entries(layers))('finds none in the layer: %s', (_layer, { files: inLayer }) => {
    const members = files.filter((file) => inLayer.test(file))
    expect(members).not.toEqual([])
    expect(members.flatMap((file) => forbiddenImports(file))).toEqual([])
  })

  it.each([
    ['src/domain/a.ts', `import { APIError } from 'payload'`],
    ['src/domain/a.ts', `import { createHash } from 'node:crypto'`],
    ['src/domain/a.ts', `import type { Payload } from 'payload'`],
    ['src/domain/a.ts', `export { placeOrder } from '../operations/placeOrder'`],
    ['src/domain/records/hashChain.ts', `import { readFileSync } from 'node:fs'`],
    ['src/operations/a.ts', `import { defineEndpoint } from '../api/defineEndpoint'`],
    ['src/operations/a.ts', `const { can } = await import('../../hooks/recordChange')`],
    ['src/operations/a.ts', `import { parseOptions } from '../options'`],
    ['src/api/a.ts', `import { placeOrder } from '../operations/placeOrder'`],
    ['src/api/a.ts', `import {\n  accessOf,\n} from '../../access/can'`],
    ['src/database/a.ts', `import { placeOrder } from '../operations/placeOrder'`],
    ['src/admin/a.tsx', `import { readFile } from 'node:fs/promises'`],
    ['src/admin/a.tsx', `import { placeOrder } from '../operations/placeOrder'`],
    ['src/admin/a.tsx', `import { slug } from '../payload-types'`],
    ['src/admin/a.tsx', `import { orders } from '../../collections/orders'`],
    ['src/integrity/a.ts', `import { endpoints } from '../../endpoints'`],
    ['access/a.ts', `import { requirePartner } from '../src/operations/requirePartner'`],
    ['hooks/a.ts', `import { insertRows } from '../src/database/insertRows'`],
    ['hooks/a.ts', `const http = require('../src/api/errorResponse')`],
    ['endpoints/a.ts', `import { readRows } from '../src/database/readRows'`],
    ['endpoints/a.ts', `import { recordChange } from '../hooks/recordChange'`],
    ['jobs/a.ts', `import { can } from '../access/can'`],
    ['collections/a.ts', `import { placeOrder } from '../src/operations/placeOrder'`],
    ['collections/a.ts', `import { slugsOf } from '../src/channel'`],
  ])('would find in %s: %s', (file, text) => {
    expect(forbiddenImports(file, importsOf(file, text))).toHaveLength(1)
  })

  it.each([
    ['src/domain/a.ts', `import { z } from 'zod'\nimport { addDays } from 'date-fns/addDays'`],
    ['src/operations/a.ts', `import type {\n  Order,\n} from '../payload-types'`],
    ['src/operations/a.ts', `// import { x } from '../api/x'\nimport { y } from './y'`],
    ['collections/a.ts', `import type { Channel } from '../src/channel'`],
    ['src/plugin.ts', `import { anything } from '../hooks/anything'`],
  ])('would find nothing in %s: %s', (file, text) => {
    expect(forbiddenImports(file, importsOf(file, text))).toEqual([])
  })
})

/** The file of the repository that an import without an extension means. */
const fileOf = (target: string): string | undefined =>
  [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((file) =>
    existsSync(path.join(root, file)),
  )

/** The first way from a file to a Node.js module, e.g. `a.tsx → b.ts → node:crypto`. */
const wayToNode = (
  file: string,
  textOf = read,
  resolve = fileOf,
  seen = new Set<string>(),
): string | null => {
  if (seen.has(file)) return null
  seen.add(file)
  for (const { target, typeOnly } of importsOf(file, textOf(file))) {
    if (typeOnly) continue
    if (target.startsWith('node:')) return `${file} → ${target}`
    const next = resolve(target)
    const way = next && wayToNode(next, textOf, resolve, seen)
    if (way) return `${file} → ${way}`
  }
  return null
}

describe('src/admin', () => {
  it('reaches no module that a browser lacks, by any way', () => {
    const pages = files.filter((file) => file.startsWith('src/admin/'))
    expect(pages.map((file) => wayToNode(file)).filter(Boolean)).toEqual([])
  })

  it.each([
    [
      { 'a.tsx': `import './b'`, 'b.ts': `import './c'`, 'c.ts': `import 'node:crypto'` },
      'a.tsx → b.ts → c.ts → node:crypto',
    ],
    [{ 'a.tsx': `import type { B } from './b'`, 'b.ts': `import 'node:crypto'` }, null],
    [{ 'a.tsx': `import './b'`, 'b.ts': `import './a'` }, null],
  ])('would be found out: %j', (tree: Record<string, string | undefined>, way) => {
    const resolve = (target: string) =>
      [`${target}.ts`, `${target}.tsx`].find((name) => name in tree)
    expect(wayToNode('a.tsx', (file) => tree[file] ?? '', resolve)).toBe(way)
  })
})

/** The top-level declarations of a file and how many lines of code each has. */
const declarationsOf = (file: string, text: string): [name: string, lines: number][] =>
  ts
    .createSourceFile(file, text, ts.ScriptTarget.ESNext)
    .statements.filter((one) => !ts.isImportDeclaration(one) && !ts.isTypeAliasDeclaration(one))
    .map((one) => {
      const own = text.slice(one.pos, one.end)
      const name = /(?:const|function)\s+(\w+)/.exec(own)?.[1] ?? own.trim().slice(0, 20)
      return [`${file} ${name}`, codeLines(own).length]
    })

describe('hooks', () => {
  it('are thin: 25 lines of code at most', () => {
    const long = filesIn('hooks')
      .flatMap((file) => declarationsOf(file, read(file)))
      .filter(([, lines]) => lines > 25)
    expect(long).toEqual([])
  })

  it('would be found out by the lines of code, comments not counted', () => {
    const body = Array.from({ length: 30 }, (_, i) => `  // why\n  data.x${i} = ${i}\n`).join('')
    const text = `import 'payload'\n/** Why. */\nexport const fat = (data) => {\n${body}}\n`
    expect(declarationsOf('hooks/fat.ts', text)).toEqual([['hooks/fat.ts fat', 32]])
  })
})

const engine = /(?<![a-zA-Z])(?:postgres|sqlite|mongo|drizzle)|Postgres|S[Qq][Ll]ite|Mongo|Drizzle/
/** Statements that load no rows, beside the subject that they speak of. */
const statements = /^src\/operations\/(alerts\/raise(InBulk|Statement)|usage\/writeUsage)\.ts$/
/** `src/exports/sqlite.ts` is the adapter as the package hands it to a host. */
const isHost = (file: string): boolean =>
  /^src\/(database\/|host\/|exports\/sqlite\.ts$)/.test(file) || statements.test(file)

describe('database engines', () => {
  it('are known to src/database and the host’s settings alone', () => {
    const knowing = files
      .filter((file) => !isHost(file) && engine.test(read(file)))
      .flatMap((file) =>
        codeLines(read(file))
          .filter((code) => engine.test(code))
          .map((code) => `${file}: ${code.trim()}`),
      )
    expect(knowing).toEqual([])
  })

  it.each(['isPostgres()', `'mongodb://'`, 'sqliteAdapter()', 'db.drizzle', 'SQLite'])(
    'would be found out: %s',
    (code) => {
      expect(engine.test(code)).toBe(true)
    },
  )

  it.each(['Humongous', 'database', 'sql'])('are not named by %s', (code) => {
    expect(engine.test(code)).toBe(false)
  })
})

const vague = /^(utils?|helpers?|common|shared|misc|lib|types)(\.[jt]sx?)?$/i
const namesBelow = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) => !/(^|\/)(\.next|migrations)(\/|$)/.test(file),
  )

describe('names', () => {
  it('tell what is inside', () => {
    const folders = ['src', 'access', 'collections', 'endpoints', 'hooks', 'jobs', 'test']
    const found = folders.flatMap(namesBelow).filter((file) => vague.test(path.basename(file)))
    expect(found).toEqual([])
  })

  it.each(['utils', 'helpers.ts', 'types.ts', 'common'])('would be found out: %s', (name) => {
    expect(vague.test(name)).toBe(true)
  })
})
