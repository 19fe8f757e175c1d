import { createInterface } from 'node:readline'

import { getPayload, type BasePayload } from 'payload'

import { incrementCounter } from '../../src/database/incrementCounter'
import { environment } from '../../src/host/environment'
import { hostConfig } from '../../src/host/hostConfig'
import { expireLicenses } from '../../src/operations/licenses/expireLicenses'
import { resolveAlerts } from '../../src/operations/alerts/resolveAlerts'
import { runScheduledJobs, type ScheduledJob } from '../../src/operations/queue/runScheduledJobs'
import { scanAlerts } from '../../src/operations/alerts/scanAlerts'

/** Work of a worker in a process of its own, which says how far it is. `WORK` and `NOW` say what and when. */
const say = (word: string) => process.stdout.write(`${word}\n`)
const now = new Date(process.env.NOW as string)
const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const progress = { cursor: null, report: async (done: number) => void say(`at ${done}`) }

const count: ScheduledJob['run'] = async (payload) => {
  await incrementCounter({ payload }, 'slots', 1)
  return {}
}
const job = (run: ScheduledJob['run']): ScheduledJob => ({ name: 'count', every: 'minute', run })
const runJob = (payload: BasePayload, at: Date, run: ScheduledJob['run']) =>
  runScheduledJobs(payload, [job(run)], at)

const works: Record<string, (payload: BasePayload) => Promise<unknown>> = {
  scan: async (payload) => [
    await expireLicenses(payload, now, progress),
    await scanAlerts(payload, now, progress),
    await scanAlerts(payload, now, progress),
    await resolveAlerts(payload, now),
  ],
  // All workers look at the same minute at once: clocks are told from outside.
  slots: async (payload) => {
    for await (const minute of told) {
      await runJob(payload, new Date(now.getTime() + Number(minute) * 60_000), count)
      say(`past ${minute}`)
    }
  },
  stall: (payload) =>
    runJob(payload, now, async (_payload, _now, { report }) => {
      await report(7, 10, 'item-7')
      say('begun')
      return new Promise(() => setInterval(() => {}, 60_000))
    }),
  resume: (payload) =>
    runJob(payload, now, async (_payload, _now, { cursor }) => {
      say(`cursor ${cursor}`)
      return {}
    }),
}

const payload = await getPayload({ config: await hostConfig(environment(process.env)) })
payload.logger.level = 'silent'
say('ready')
await told.next()
say(`done ${JSON.stringify(await works[process.env.WORK as string]?.(payload))}`)
process.exit(0)
