import { chmodSync, closeSync, openSync } from 'node:fs'

/** What SQLite keeps beside a database; a new one gets the database's own mode. */
const companions = ['-wal', '-shm', '-journal']

/**
 * Makes a SQLite file its owner's alone, before anything is in it; one that was there before, and
 * what is beside it, too. A file that is somebody else's stays as it is.
 */
export const ownerOnly = (file: string): void => {
  create(file)
  for (const one of [file, ...companions.map((suffix) => file + suffix)]) restrict(one)
}

/**
 * Only where there is none: closing a file ends all locks that this process has on it, those of a
 * connection that is open already too, and the next process would take the database for its own.
 */
const create = (file: string): void => {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

const restrict = (file: string): void => {
  try {
    chmodSync(file, 0o600)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['ENOENT', 'EPERM', 'EROFS'].includes(code)) throw error
  }
}
