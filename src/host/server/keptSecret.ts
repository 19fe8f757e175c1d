import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A random secret of this installation, made when first asked for and kept in `<dataDir>/secret`,
 * readable by its owner only. Processes that ask at the same moment get the same one.
 */
export const keptSecret = (dataDir: string): string =>
  keptText(path.resolve(dataDir, 'secret'), () => randomBytes(32).toString('hex'))

/** The text of a file that only its owner may read; where there is none, it is made first. */
export const keptText = (file: string, make: () => string): string =>
  read(file) ?? write(file, make())

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Written aside and linked into place: nobody can read half of it, and the first one wins. */
const write = (file: string, text: string): string => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${text}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
