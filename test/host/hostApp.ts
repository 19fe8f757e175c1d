import { execFile, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const repository = path.resolve('.')

type Variables = Record<string, string>

/** What runs in the host is no part of this test run, nor of the npm that started it. */
const ownVariables = (): Variables =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        !/^(npm_|JEST|NODE_OPTIONS$|NODE_ENV$)/i.test(entry[0]) && entry[1] !== undefined,
    ),
  )

const variables: Variables = {
  ...ownVariables(),
  NEXT_TELEMETRY_DISABLED: '1',
  PAYLOAD_SECRET: 'a-secret-of-the-host-only',
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** A blank Payload app in a folder of its own, outside of this repository. */
export const makeHostApp = async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'channel-host-'))
  await cp(path.join(repository, 'test/host/template'), folder, { recursive: true })

  /** @throws Error with all that the command said */
  const execute = async (command: string, args: string[], own: Variables = {}): Promise<string> => {
    const env = { ...variables, ...own } as unknown as NodeJS.ProcessEnv
    const settled = run(command, args, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 })
    const { stderr, stdout } = await settled.catch(
      (error: Error & { stderr: string; stdout: string }) => {
        throw new Error(`${command} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`)
      },
    )
    return `${stdout}${stderr}`
  }

  /** A server of the host on a free port; it is up when it answers. */
  const serve = async (args: string[], own: Variables) => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const env = {
      ...variables,
      ...own,
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
    } as unknown as NodeJS.ProcessEnv
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString()
        if (/Ready in/.test(output)) resolve()
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      void ended.then(() => reject(new Error(`The host ended:\n${output}`)))
    })
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { url, stop, output: () => output }
  }

  /** As Next's documentation says: what is served as it is goes beside the server that was built. */
  const completeStandalone = (): Promise<void> =>
    cp(path.join(folder, '.next/static'), path.join(folder, '.next/standalone/.next/static'), {
      recursive: true,
    })

  return {
    folder,
    execute,
    serve,
    completeStandalone,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export type HostApp = Awaited<ReturnType<typeof makeHostApp>>
