import { readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from '@jest/globals'
import ts from 'typescript'

const root = path.resolve(import.meta.dirname, '../..')
const document = readFileSync(path.join(root, 'docs/plugin.md'), 'utf8')
const snippets = [...document.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code)

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.Preserve,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  paths: {
    '@payload-config': [path.join(root, 'src/payload.config.ts')],
    'payload-channel': [path.join(root, 'src/index.ts')],
    'payload-channel/sqlite': [path.join(root, 'src/sqlite.ts')],
  },
}

/** What the compiler has against some sources, each a module of an app. */
const faultsOf = (sources: string[]): string[] => {
  const files = new Map(sources.map((code, index) => [path.join(root, `snippet${index}.ts`), code]))
  const host = ts.createCompilerHost(options)
  const fileExists = host.fileExists.bind(host)
  const getSourceFile = host.getSourceFile.bind(host)
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.getSourceFile = (name, language, ...rest) => {
    const code = files.get(name)
    return code === undefined
      ? getSourceFile(name, language, ...rest)
      : ts.createSourceFile(name, code, language)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return [...files.keys()].flatMap((name) => {
    const source = program.getSourceFile(name)
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  })
}

describe('docs/plugin.md', () => {
  it('shows only code that compiles against the package, and a wrong option would be found', () => {
    expect(snippets.length).toBeGreaterThan(5)
    const wrong = snippets[1]?.replace('admins', 'bosses') ?? ''
    expect(faultsOf([...snippets, wrong])).toEqual([expect.stringContaining('bosses')])
  }, 240_000)
})
