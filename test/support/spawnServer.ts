import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

export type ServerProcess = { url: string; pid: number; kill: () => Promise<void> }

const script = path.join(process.cwd(), 'test/processes/serveTestApp.ts')

/** The app in a process of its own, ready to answer. */
export const spawnServer = async (variables: Record<string, string>): Promise<ServerProcess> => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', script],
    // The options for Jest would slow the child down and print a warning.
    {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_ENV: 'test',
        PAYLOAD_SECRET: 'a-secret-for-tests-only',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const errors = text(child.stderr)
  const url = await addressOf(child)
  if (!url) throw new Error(`The server did not start:\n${await errors}`)
  return { url, pid: child.pid as number, kill: () => killed(child) }
}

const addressOf = async (child: ChildProcess): Promise<string | undefined> => {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const url = /^listening (\S+)$/.exec(line)?.[1]
    if (url) {
      child.stdout?.resume()
      return url
    }
  }
  return undefined
}

/** SIGKILL: nothing is finished, flushed or closed. */
const killed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
