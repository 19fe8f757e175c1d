import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

export type Server = { url: string; stop: () => Promise<void> }

const ready = /Admin panel\s+(\S+?)\/admin/

/**
 * The whole host as a process of its own, with the demo, on a free port and a fresh database. The
 * first start builds the admin panel.
 * @throws Error with the output of a server that ends before it is ready
 */
export const startServer = async (): Promise<Server> => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'channel-e2e-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/host/start.ts'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      DEMO: '1',
      DATA_DIR: dataDir,
      DATABASE_URI: '',
      PUBLIC_URL: '',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = ready.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
  })
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.removeAllListeners('exit').once('exit', () => undefined)
    child.kill('SIGTERM')
    await Promise.race([ended, new Promise((resolve) => child.once('close', resolve))])
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url, stop }
}
