import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../..')
const children: ChildProcess[] = []

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'channel-start-'))
})
afterEach(() => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** `node src/host/start.ts` with these settings alone, as a person would start it. */
const start = (flag: string, variables: Record<string, string>) => {
  const { HOME = '', PATH = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/host/start.ts', flag], {
    cwd: root,
    env: { HOME, PATH, DATA_DIR: dataDir, PORT: '0', ...variables } as never,
  })
  children.push(child)
  let output = ''
  const listeners = new Set<() => void>()
  const take = (chunk: Buffer) => {
    output += chunk.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const exited = once(child, 'close').then(([code]) => code as null | number)
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output)
        if (!found) return
        listeners.delete(look)
        resolve(found)
      }
      listeners.add(look)
      look()
      void exited.then(() => reject(new Error(`It ended without ${pattern}:\n${output}`)))
    })
  return { child, exited, says, output: () => output }
}

const readyPort = async (host: ReturnType<typeof start>): Promise<number> =>
  Number((await host.says(/API\s+http:\/\/localhost:(\d+)\/api/))[1])

describe('start', () => {
  it('stops with one clear line where production has no secret', async () => {
    const host = start('--api', { NODE_ENV: 'production' })
    expect(await host.exited).toBe(1)
    expect(host.output()).toContain('PAYLOAD_SECRET is missing')
    expect(host.output()).not.toMatch(/\n\s+at /)
  })

  it('names each setting that is wrong', async () => {
    const host = start('--api', { PORT: 'eighty', PUBLIC_URL: 'nowhere' })
    expect(await host.exited).toBe(1)
    expect(host.output()).toMatch(/PORT[\s\S]*PUBLIC_URL|PUBLIC_URL[\s\S]*PORT/)
  })

  it('makes a secret of its own for a demo and keeps it, for its owner alone', async () => {
    const host = start('--api', { DEMO: '0' })
    await readyPort(host)
    const file = path.join(dataDir, 'secret')
    const secret = readFileSync(file, 'utf8')
    expect(secret.trim()).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    host.child.kill('SIGTERM')
    expect(await host.exited).toBe(0)
    const again = start('--api', { DEMO: '0' })
    await readyPort(again)
    expect(readFileSync(file, 'utf8')).toBe(secret)
  })

  it('finishes a request under way at SIGTERM, takes no new one, and leaves with 0', async () => {
    const host = start('--api', { DEMO: '0' })
    const port = await readyPort(host)
    const body = JSON.stringify({ email: 'nobody@example.com', password: 'wrong-Password-1' })
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      path: '/api/users/login',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length },
    })
    const answered = once(request, 'response') as Promise<[{ statusCode: number; resume(): void }]>
    // Half a request, which stays under way for as long as we like.
    await new Promise((resolve) => request.write(body.slice(0, 10), resolve))
    // An answer to a later request shows that the half one has arrived.
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
    host.child.kill('SIGTERM')
    await host.says(/Stopping/)
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
    request.end(body.slice(10))
    const [response] = await answered
    response.resume()
    expect(response.statusCode).toBe(401)
    expect(await host.exited).toBe(0)
  })
})
