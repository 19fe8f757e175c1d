import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** All that goes into the admin panel. */
const sources = [
  'src',
  'collections',
  'hooks',
  'endpoints',
  'access',
  'jobs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

const skipped = new Set(['.next', 'next-env.d.ts', 'node_modules'])

/** One value for the content of everything that the build reads. */
export const sourceHash = (root: string): string => {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources)
    for (const file of filesOf(path.join(root, source)))
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const filesOf = (entry: string): string[] => {
  const entries = list(entry)
  if (!entries) return [entry]
  return entries
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => filesOf(path.join(entry, name)))
}

const list = (entry: string): string[] | undefined => {
  try {
    return readdirSync(entry)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}
