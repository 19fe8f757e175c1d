import { readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from '@jest/globals'
import ts from 'typescript'

import { optionsSchema } from '../../src/options'

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
    'payload-channel/sqlite': [path.join(root, 'src/exports/sqlite.ts')],
  },
}

/** Some sources, each a module of an app, as the compiler understands them. */
const compile = (sources: string[]) => {
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
  return { program, modules: [...files.keys()].map((name) => program.getSourceFile(name)) }
}

/** What the compiler has against them. */
const faultsOf = ({ modules, program }: ReturnType<typeof compile>): string[] =>
  modules.flatMap((source) =>
    [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
    ),
  )

type Hover = { name: string; type: string; says: string; examples: string[] }

/** What an editor shows of each property of the type that a module exports. */
const hoversOf = ({ modules, program }: ReturnType<typeof compile>, index: number): Hover[] => {
  const checker = program.getTypeChecker()
  const source = modules[index] as ts.SourceFile
  const [exported] = checker.getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)
  const type = checker.getDeclaredTypeOfSymbol(exported as ts.Symbol)
  return checker.getPropertiesOfType(type).map((property) => ({
    name: property.name,
    type: checker.typeToString(checker.getTypeOfSymbol(property)),
    says: ts.displayPartsToString(property.getDocumentationComment(checker)),
    examples: property
      .getJsDocTags(checker)
      .filter(({ name }) => name === 'example')
      .map(({ text }) => ts.displayPartsToString(text)),
  }))
}

const optionsModule = `import type { ChannelPluginOptions } from 'payload-channel'
export type Options = ChannelPluginOptions`

describe('docs/plugin.md', () => {
  it('shows only code that compiles against the package, and a wrong option would be found', () => {
    expect(snippets.length).toBeGreaterThan(5)
    const wrong = snippets.find((code) => code.includes('admins'))?.replace('admins', 'bosses')
    expect(faultsOf(compile([...snippets, wrong ?? '']))).toEqual([
      expect.stringContaining('bosses'),
    ])
  }, 240_000)
})

describe('an editor', () => {
  it('says in words what each option does, shows an example that compiles, and no type of zod', () => {
    const hovers = hoversOf(compile([optionsModule]), 0)
    expect(hovers.map(({ name }) => name).sort()).toEqual(Object.keys(optionsSchema.shape).sort())
    for (const { examples, name, says, type } of hovers) {
      expect([name, says, examples.length]).toEqual([name, expect.stringMatching(/\.$/), 1])
      expect(type).not.toMatch(/zod|input</i)
    }
    const modules = hovers.map(
      ({ examples }) =>
        `import { channelPlugin } from 'payload-channel'\nexport const p = ${examples[0]}`,
    )
    expect(faultsOf(compile(modules))).toEqual([])
  }, 240_000)
})
