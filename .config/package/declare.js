import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'

import { fileOf, placeOf, root, specifierOf } from './layout.js'

const emission = {
  noEmit: false,
  incremental: false,
  tsBuildInfoFile: undefined,
  declaration: true,
  emitDeclarationOnly: true,
  rootDir: root,
  types: ['node'],
}

const emit = (entryPoints, outDir) => {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, files: [], include: [] },
    ts.sys,
    root,
  )
  const files = ['src/generatedTypes.d.ts', ...entryPoints].map((file) => path.join(root, file))
  const program = ts.createProgram(files, { ...options, ...emission, outDir })
  const { diagnostics } = program.emit()
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (faults.length > 0)
    throw new Error(
      ts.formatDiagnostics(faults, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    )
}

/** The declaration with its relative imports as `nodenext` wants them, and what these lead to. */
const rewritten = (emitted, file) => {
  // A declaration has no style, though the compiler keeps the import.
  const text = readFileSync(file, 'utf8').replaceAll(/^import '[^']+\.css';\n/gm, '')
  const placeIn = (one) => placeOf(path.relative(emitted, one).replaceAll(path.sep, '/'))
  const relative = ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName, pos }) => ({ fileName, pos, target: fileOf(path.dirname(file), fileName) }))
    .sort((a, b) => b.pos - a.pos)
  let result = text
  for (const { fileName, pos, target } of relative) {
    // The place of an import is that of its quotation mark.
    const at = result.indexOf(fileName, pos)
    const specifier = `${specifierOf(placeIn(file), placeIn(target))}.js`
    result = result.slice(0, at) + specifier + result.slice(at + fileName.length)
  }
  return { place: placeIn(file), text: result, targets: relative.map(({ target }) => target) }
}

/** Declarations beside the code, of nothing but what the entries' types need. */
export const declare = (entryPoints) => {
  mkdirSync(path.join(root, '.data'), { recursive: true })
  const emitted = mkdtempSync(path.join(root, '.data/declarations-'))
  try {
    emit(entryPoints, emitted)
    const waiting = entryPoints.map((file) => path.join(emitted, file.replace(/\.tsx?$/, '.d.ts')))
    const done = new Set()
    for (const file of waiting) {
      if (done.has(file)) continue
      done.add(file)
      const { place, targets, text } = rewritten(emitted, file)
      const target = path.join(root, 'dist', `${place}.d.ts`)
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, text)
      waiting.push(...targets)
    }
    return done.size
  } finally {
    rmSync(emitted, { recursive: true, force: true })
  }
}
