import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { approveOrder } from './approveOrder'
import { orderBody } from './catalog'
import { startContenders, type Contenders } from './contenders'
import { startEngine, type Engine, type EngineName } from './engines'
import { listLicenses } from './listLicenses'
import { drive } from './load'
import { manyLicenses } from './manyLicenses'
import { placeOrders } from './placeOrders'
import { summarizeProfile } from './profile'
import { runWorkload, table, type Result } from './report'
import { scanAlerts } from './scanAlerts'
import { statistics } from './statistics'
import { reportUsage } from './reportUsage'
import { validateLicenses } from './validateLicenses'

/*
 * npm run bench -- [--engine postgres|sqlite] [--only F6] [--quick] [--json FILE] [--profile]
 * Figures are medians of rounds in which ours, the limit and plain Payload take turns.
 */
const { values: options } = parseArgs({
  options: {
    engine: { type: 'string' },
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    profile: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
})

/** Seconds of a round, and how many rounds count. */
const scale = options.quick ? { seconds: 2, rounds: 3 } : { seconds: 5, rounds: 5 }

const profileOurs = async ({ ours, tokens }: Contenders, engine: EngineName): Promise<void> => {
  const request = {
    method: 'POST' as const,
    path: '/api/v1/partners/orders',
    body: JSON.stringify(orderBody(1)),
  }
  await drive(ours.url, [request], scale.seconds, tokens.partner)
  mkdirSync('.data', { recursive: true })
  const file = path.resolve('.data', `bench-${engine}.cpuprofile`)
  await ours.tell({ type: 'profile' })
  await drive(ours.url, [request], scale.seconds * 2, tokens.partner)
  await ours.tell({ type: 'profiled', file })
  console.log(`\n${file}\n${summarizeProfile(file)}\n`)
}

const compare = async (contenders: Contenders): Promise<Result[]> => {
  const results: Result[] = []
  // The last ones, since they fill the tables.
  const many = manyLicenses(contenders.uris)
  const workloads = [
    placeOrders(contenders, scale.seconds),
    approveOrder(contenders, 1_000, 3),
    approveOrder(contenders, 10_000, 1),
    validateLicenses(contenders, scale.seconds),
    reportUsage(contenders, scale.seconds),
    listLicenses(contenders, many, scale.seconds),
    statistics(contenders, many),
  ]
  for (const workload of workloads.filter(({ id }) => id.startsWith(options.only)))
    results.push(await runWorkload(workload, scale.rounds))
  return results
}

const compareScans = async (engine: Engine): Promise<Result[]> => {
  // Its 200,000 licenses take a while.
  if (!options.only.startsWith('F4') && options.only !== '') return []
  const { stop, workloads } = await scanAlerts(engine)
  const results: Result[] = []
  for (const workload of workloads.filter(({ id }) => id.startsWith(options.only)))
    results.push(await runWorkload(workload, scale.rounds))
  await stop()
  return results
}

const runOn = async (engine: Engine): Promise<{ engine: EngineName; workloads: Result[] }> => {
  const contenders = await startContenders(engine)
  try {
    const workloads = [...(await compare(contenders)), ...(await compareScans(engine))]
    console.log(`${engine.version}\n${table(workloads)}\n`)
    if (options.profile) await profileOurs(contenders, engine.name)
    return { engine: engine.name, workloads }
  } finally {
    await contenders.stop()
  }
}

const engines: EngineName[] = ['postgres', 'sqlite']
const names = engines.filter((name) => (options.engine ?? name) === name)
if (names.length === 0) throw new Error(`--engine is one of ${engines.join(', ')}.`)
console.log(`${new Date().toISOString()}, ${os.cpus().length} CPUs, Node ${process.version}`)
const reports = []
for (const name of names) {
  const engine = await startEngine(name)
  try {
    reports.push(await runOn(engine))
  } finally {
    await engine.stop()
  }
}
const report = reports.length === 1 ? reports[0] : reports
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`)
process.exit(0)
