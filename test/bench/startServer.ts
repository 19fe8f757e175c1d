import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import type { Command } from './serve'

export type Server = {
  url: string
  /** Sends a command and waits until it is done. */
  tell: (command: Command) => Promise<void>
  stop: () => Promise<void>
}

const environmentOf = (uri: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  PAYLOAD_SECRET: 'a-secret-for-the-benchmark-only',
  DATABASE_URI: uri,
})

/**
 * Starts one of the servers beside this file as a process of its own, for load driver and server to
 * use different cores.
 * @param uri of the database
 * @throws when the process ends before it serves
 */
export const startServer = async (file: string, uri: string): Promise<Server> => {
  const child = fork(path.join(import.meta.dirname, file), {
    env: environmentOf(uri),
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  // Shown on failure only: a client that hangs up at the end of a round is reported as an error.
  let complaints = ''
  child.stderr?.on('data', (text: Buffer) => {
    complaints = (complaints + text.toString()).slice(-5_000)
  })
  const ended = once(child, 'exit')
  const next = async (): Promise<{ url?: string }> => {
    const first = await Promise.race([once(child, 'message'), ended.then(() => null)])
    if (!first) throw new Error(`${file} ended with code ${child.exitCode}.\n${complaints}`)
    return first[0] as { url?: string }
  }
  const { url } = await next()
  return {
    url: url as string,
    tell: async (command) => {
      child.send(command)
      await next()
    },
    stop: async () => {
      if (child.connected) child.send({ type: 'stop' } satisfies Command)
      await ended
    },
  }
}
