import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

export type WorkProcess = {
  /** Lets it begin. */
  go: () => void
  /** Writes it a line. */
  tell: (line: string) => void
  /** The first line from now on that matches; rejects when the process ends without one. */
  said: (pattern: RegExp, times?: number) => Promise<string>
  /** SIGKILL: nothing is finished, flushed or closed. */
  kill: () => Promise<void>
}

const script = path.join(process.cwd(), 'test/processes/workTestApp.ts')

/** A worker in a process of its own, ready to begin. */
export const spawnWork = async (
  variables: Record<string, string>,
  work: string,
  now: Date,
): Promise<WorkProcess> => {
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', script], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'test',
      PAYLOAD_SECRET: 'a-secret-for-tests-only',
      ...variables,
      WORK: work,
      NOW: now.toISOString(),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const process_ = handle(child)
  await process_.said(/^ready$/)
  return process_
}

const handle = (child: ChildProcess): WorkProcess => {
  const errors = text(child.stderr as NodeJS.ReadableStream)
  const lines: string[] = []
  let wake: (() => void)[] = []
  let ended = false
  const notify = () => {
    wake.forEach((one) => one())
    wake = []
  }
  createInterface({ input: child.stdout as NodeJS.ReadableStream })
    .on('line', (one) => {
      lines.push(one)
      notify()
    })
    .on('close', () => {
      ended = true
      notify()
    })
  const said: WorkProcess['said'] = async (pattern, times = 1) => {
    for (;;) {
      const found = lines.filter((one) => pattern.test(one))[times - 1]
      if (found !== undefined) return found
      if (ended) throw new Error(`The process ended without ${String(pattern)}:\n${await errors}`)
      await new Promise<void>((resolve) => wake.push(resolve))
    }
  }
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const tell = (line: string) => void child.stdin?.write(`${line}\n`)
  return { go: () => tell('go'), tell, said, kill }
}
