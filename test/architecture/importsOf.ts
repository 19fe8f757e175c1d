import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** `target` is a file of the repository without its extension, or a package's name. */
export type Import = { from: string; target: string; typeOnly: boolean }

const generated = /^src\/(\.next|migrations)\/|^src\/next-env|importMap\.js$/
const source = /\.tsx?$/

/** The TypeScript files below the folders, as paths from the root. */
export const filesIn = (...folders: string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(folder, file.replaceAll(path.sep, '/')),
      ),
    )
    .filter((file) => source.test(file) && !generated.test(file))
    .sort()

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** What a file imports: statements, re-exports, `import()` and `require()`. */
export const importsOf = (file: string, text = read(file)): Import[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    from: file,
    target: fileName.startsWith('.') ? resolve(file, fileName) : fileName,
    typeOnly: /(?:^|\n)\s*(?:import|export)\s+type\s[^'"]*['"]?$/.test(text.slice(0, pos)),
  }))

const resolve = (file: string, name: string): string =>
  path.posix.join(path.posix.dirname(file), name).replace(/\.(tsx?|js)$/, '')

/** The code without comments and blank lines; texts stay. */
export const codeLines = (text: string): string[] => {
  const bare = ts.transpileModule(text, {
    compilerOptions: {
      removeComments: true,
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.Preserve,
    },
  }).outputText
  return bare.split('\n').filter((line) => line.trim() !== '')
}
