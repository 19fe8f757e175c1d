import { readFileSync } from 'node:fs'

type Frame = { functionName: string; url: string; lineNumber: number }
type Node = { id: number; callFrame: Frame; children?: number[] }
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] }

/** `node_modules/pg/lib/client.js`, `src/operations/orders/placeOrder.ts`, `node:http`. */
const fileOf = (url: string): string =>
  url
    .replace(/\?.*$/, '')
    .replace(/^.*\/node_modules\//, '')
    .replace(`file://${process.cwd()}/`, '')

const packageOf = (file: string): string => {
  if (file === '') return '(engine)'
  if (/^(node:|evalmachine)/.test(file)) return 'node'
  const [first = '', second = ''] = file.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

/** Waiting, and the profiler's own work (`dispatch`). */
const NOT_WORK = ['(idle)', '(program)', 'dispatch']

const selfTimes = ({ nodes, samples, timeDeltas }: Profile): Map<number, number> => {
  const byNode = new Map(nodes.map(({ id }) => [id, 0]))
  samples.forEach((id, index) => byNode.set(id, (byNode.get(id) ?? 0) + (timeDeltas[index] ?? 0)))
  return byNode
}

const add = (sums: Map<string, number>, key: string, time: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + time)
}

const list = (title: string, sums: Map<string, number>, total: number, count: number): string => {
  const sorted = [...sums].sort(([, a], [, b]) => b - a).slice(0, count)
  const share = (time: number) => `${((time / total) * 100).toFixed(1).padStart(5)} %`
  return [title, ...sorted.map(([key, time]) => `${share(time)}  ${key}`)].join('\n')
}

/** Where the busy time of a `.cpuprofile` went: by function, by package, and by our own functions in whole. */
export const summarizeProfile = (file: string): string => {
  const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile
  const self = selfTimes(profile)
  const byId = new Map(profile.nodes.map((node) => [node.id, node]))
  const functions = new Map<string, number>()
  const packages = new Map<string, number>()
  const inclusive = new Map<string, number>()
  let busy = 0
  const visit = (node: Node, above: Set<string>): void => {
    const { functionName, lineNumber, url } = node.callFrame
    if (NOT_WORK.includes(functionName)) return
    const source = fileOf(url)
    const key = `${functionName || '(anonymous)'}  ${source && `${source}:${lineNumber + 1}`}`
    const time = self.get(node.id) ?? 0
    busy += time
    add(functions, key, time)
    add(packages, packageOf(source), time)
    const callers = new Set([...above, key])
    for (const caller of callers) add(inclusive, caller, time)
    for (const child of node.children ?? []) visit(byId.get(child)!, callers)
  }
  visit(profile.nodes[0]!, new Set())
  const own = new Map(
    [...inclusive].filter(([key]) =>
      / (src|endpoints|access|hooks|node_modules)\//.test(` ${key.split('  ')[1]}`),
    ),
  )
  const heavy = new Map(
    [...inclusive].filter(([key]) => !own.has(key) && !key.startsWith('(root)')),
  )
  return [
    list('Self time by function', functions, busy, 25),
    list('Self time by package', packages, busy, 15),
    list('Our functions with all that they call before the next await', own, busy, 20),
    list('Other functions with all that they call', heavy, busy, 30),
  ].join('\n\n')
}
