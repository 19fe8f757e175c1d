import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

type Node = {
  name: string
  script: string
  child?: ChildProcess
  /** Absent while it starts. */
  url?: string
}

export type Nodes = {
  /** The addresses of the servers that are up. */
  urls: () => string[]
  /** SIGKILLs one of them, in rounds by chance, and starts it again; resolves when it is up. */
  killOne: () => Promise<string>
  stop: () => Promise<void>
}

const plan = [
  ['server 1', 'serveTestApp.ts'],
  ['server 2', 'serveTestApp.ts'],
  ['worker 1', 'soakWorker.ts'],
  ['worker 2', 'soakWorker.ts'],
] as const

/** Two servers and two workers on one database, each a process of its own. */
export const startNodes = async (variables: Record<string, string>): Promise<Nodes> => {
  const nodes: Node[] = plan.map(([name, script]) => ({ name, script }))
  // One after the other: each takes a core to start.
  for (const node of nodes) await start(node, variables)
  let next: Node[] = []
  const killAll = () => nodes.forEach(({ child }) => child?.kill('SIGKILL'))
  process.once('exit', killAll)
  return {
    urls: () => nodes.flatMap(({ script, url }) => (url && script === plan[0][1] ? [url] : [])),
    killOne: async () => {
      if (next.length === 0) next = [...nodes].sort(() => Math.random() - 0.5)
      const node = next.pop() as Node
      await kill(node)
      await start(node, variables)
      return node.name
    },
    stop: async () => {
      await Promise.all(nodes.map(kill))
      process.off('exit', killAll)
    },
  }
}

const start = async (node: Node, variables: Record<string, string>): Promise<void> => {
  const script = path.join(process.cwd(), 'test/processes', node.script)
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', script], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'test',
      PAYLOAD_SECRET: 'a-secret-for-tests-only',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  node.child = child
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /^listening (\S+)$/.exec(line) ?? []
    if (!address) continue
    node.url = address
    child.stdout.resume()
    return
  }
  throw new Error(`${node.name} did not start.`)
}

const kill = async (node: Node): Promise<void> => {
  const { child } = node
  node.url = undefined
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
