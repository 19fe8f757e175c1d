import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type TestMongo = {
  name: string
  uri: (database: string) => string
  stop: () => Promise<void>
}

const START_MS = 60_000

const script = path.resolve('.ci/mongodb')
const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')

/**
 * A server that speaks MongoDB's protocol, the first that can be had: `MONGODB_URI`, the FerretDB that
 * `.ci/mongodb` installed, a MongoDB that npm's memory server downloads.
 * @returns why there is none, in words, where all of them fail
 */
export const startMongo = async (): Promise<TestMongo | string> => {
  if (process.env.MONGODB_URI) return existing(process.env.MONGODB_URI)
  if (existsSync(path.join(cache, 'payload-channel/ferretdb-v2.7.0/complete'))) return ferretdb()
  return memoryServer()
}

/** Each test app has a database of its own in it. */
const existing = (given: string): TestMongo => ({
  name: 'the server of MONGODB_URI',
  uri: (database) => withDatabase(given, database),
  stop: async () => {},
})

const withDatabase = (uri: string, database: string): string =>
  uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${database}`)

const ferretdb = async (): Promise<TestMongo> => {
  const port = await freePort()
  const child = spawn(script, ['serve', String(port)], { stdio: ['pipe', 'inherit', 'inherit'] })
  await answers(port, child)
  const stop = async () => {
    if (child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.stdin?.end()
    await gone
  }
  return { name: 'FerretDB', uri: (name) => `mongodb://127.0.0.1:${port}/${name}`, stop }
}

const memoryServer = async (): Promise<TestMongo | string> => {
  try {
    const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
    const server = await MongoMemoryReplSet.create({ replSet: { count: 1 } })
    return {
      name: 'mongodb-memory-server',
      uri: (database) => withDatabase(server.getUri(), database),
      stop: async () => void (await server.stop()),
    }
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]
    return `No MONGODB_URI, nothing installed by .ci/mongodb, and no MongoDB to download: ${reason}`
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

const answers = async (port: number, child: ChildProcess): Promise<void> => {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const socket = connect(port, '127.0.0.1')
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (open) return
    await wait(100)
  }
  child.kill()
  throw new Error('The FerretDB of .ci/mongodb did not start')
}
