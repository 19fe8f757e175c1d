/**
 * Where a file of the repository lies in the package: `src/x` at `dist/x`, the folders beside src
 * below dist under their own names.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname ?? process.cwd(), '../..')

/** From the repository's root: `src/admin/rsc.ts` → `admin/rsc`. */
export const placeOf = (file) => file.replace(/^src\//, '').replace(/(\.d)?\.tsx?$/, '')

/** The import of `to` as `from` writes it; both are places without a suffix. */
export const specifierOf = (from, to) => {
  const relative = path.posix.relative(path.posix.dirname(from), to)
  return relative.startsWith('.') ? relative : `./${relative}`
}

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx', '.d.ts', '/index.d.ts']

/** The file that a relative import means, from `folder`. */
export const fileOf = (folder, specifier) => {
  const target = path.join(folder, specifier)
  const found = endings
    .map((ending) => target + ending)
    .find((file) => /\.\w+$/.test(file) && existsSync(file))
  if (!found) throw new Error(`${specifier}, imported in ${folder}, is no file.`)
  return found
}

/** The sources of what the manifest exports: `./dist/admin/rsc.js` is made of `src/admin/rsc.ts`. */
export const entries = () => {
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return Object.values(exports)
    .filter((target) => typeof target === 'object')
    .map((target) => target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
}
