import { chmodSync, closeSync, openSync } from 'node:fs'

/** What SQLite keeps beside a database; a new one gets the database's own mode. */
const companions = ['-wal', '-shm', '-journal']

/**
 * Makes a SQLite file its owner's alone, before anything is in it; one that was there before, and
 * what is beside it, too. A file that is somebody else's stays as it is.
 */
export const ownerOnly = (file: string): void => {
  closeSync(openSync(file, 'a', 0o600))
  for (const one of [file, ...companions.map((suffix) => file + suffix)]) restrict(one)
}

const restrict = (file: string): void => {
  try {
    chmodSync(file, 0o600)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['ENOENT', 'EPERM', 'EROFS'].includes(code)) throw error
  }
}
