import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, type Where } from 'payload'

import { updateInBulk } from '../../src/database/updateInBulk'
import { runScheduledJobs, JOB_LEASE_MS } from '../../src/operations/queue/runScheduledJobs'
import { scanAlerts } from '../../src/operations/alerts/scanAlerts'
import { startCompany, type Company, type Json } from '../support/fixtures'
import { allOf, proveChains } from '../support/proveWhole'
import { spawnWork } from '../support/spawnWork'
import { startPostgres, type TestPostgres } from '../support/startPostgres'
import { addLicenses, iso, NOW } from '../operations/alerts/alertFixture'

/** ALERT_LICENSES=100000 for the whole of it. */
const LICENSES = Number(process.env.ALERT_LICENSES ?? 5_000)

/** What each tenth license has, and the alerts that it must have in the end. */
const tenths: [changes: object, alerts: string[]][] = [
  [{ expiresAt: iso(25) }, ['expiring:30']],
  [{ expiresAt: iso(29) }, ['expiring:30']],
  [{ expiresAt: iso(45) }, ['expiring:60']],
  [{ expiresAt: iso(80) }, ['expiring:90']],
  [{ expiresAt: iso(91) }, []],
  [{ expiresAt: iso(-2) }, ['expired:']],
  [{ usage: { workspaces: 5, users: 101, reportedAt: iso(-1) } }, ['over_users:']],
  [
    { usage: { workspaces: 11, users: 101, reportedAt: iso(-1) } },
    ['over_users:', 'over_workspaces:'],
  ],
  [{ usage: { workspaces: 5, users: 5, reportedAt: iso(-40) } }, ['inactive:']],
  [{ state: 'terminated', expiresAt: iso(5) }, []],
]

/** Of two workers that scan at once the first dies in the middle: it has reported and is not done. */
const scanByTwo = async (variables: Record<string, string>, now: Date): Promise<string> => {
  const [doomed, survivor] = await Promise.all([
    spawnWork(variables, 'scan', now),
    spawnWork(variables, 'scan', now),
  ])
  const began = performance.now()
  doomed.go()
  survivor.go()
  await doomed.said(/^at /, 2)
  await doomed.kill()
  const done = await survivor.said(/^done /)
  return `${((performance.now() - began) / 1_000).toFixed(1)} s, ${done}`
}

const promises = (open: () => Promise<Record<string, string>>) => {
  let company: Company
  let variables: Record<string, string>

  beforeAll(async () => {
    variables = await open()
    company = await startCompany({}, variables)
    variables = { ...variables, DATA_DIR: company.dataDir }
  }, 60_000)
  afterAll(async () => company?.stop())

  it(`raises each alert of ${LICENSES} licenses once by two workers at once, one of them killed`, async () => {
    const rows = Array.from({ length: LICENSES }, (_, index) => tenths[index % 10]?.[0] as object)
    const ids = await addLicenses(company, ...rows)
    const done = await scanByTwo(variables, NOW)

    const alerts = await allOf(company.payload, 'alerts')
    const found = alerts
      .map((alert) => `${alert.license}:${alert.kind}:${alert.thresholdDays ?? ''}`)
      .sort()
    const expected = ids.flatMap((id, index) =>
      (tenths[index % 10]?.[1] ?? []).map((alert) => `${id}:${alert}`),
    )
    expect(found).toEqual(expected.sort())
    expect(alerts.every(({ state }) => state === 'open')).toBe(true)

    const expired = await allOf(company.payload, 'licenses', { state: { equals: 'expired' } })
    expect(expired).toHaveLength(LICENSES / 10)
    const log = await allOf(company.payload, 'change-logs', { action: { equals: 'expire' } })
    expect(new Set(log.map(({ documentId }: Json) => documentId)).size).toBe(LICENSES / 10)
    expect(log).toHaveLength(LICENSES / 10)
    const events = await allOf(company.payload, 'events', { type: { equals: 'license.expired' } })
    expect(events).toHaveLength(LICENSES / 10)
    if (process.env.ALERT_LICENSES)
      process.stdout.write(`${LICENSES} licenses, ${found.length} alerts: ${done}\n`)
    await proveChains(company.payload)
    expect(await scanAlerts(company.payload, NOW)).toEqual({
      expiring: 0,
      expired: 0,
      over: 0,
      inactive: 0,
    })
  }, 600_000)

  it('opens each alert once whose cause is back by two workers at once, one of them killed', async () => {
    const lasting: Where = { kind: { in: ['expiring', 'expired', 'inactive'] } }
    const keysOf = async () =>
      (await allOf(company.payload, 'alerts')).map(({ alertKey }) => alertKey).sort()
    const keys = await keysOf()
    const gone = { state: 'resolved', handledAt: iso(0) }
    await updateInBulk(await createLocalReq({}, company.payload), 'alerts', lasting, gone)
    const later = new Date(NOW.getTime() + 60_000)
    await scanByTwo(variables, later)
    expect(await keysOf()).toEqual(keys)
    const opened = await allOf(company.payload, 'alerts', lasting)
    expect(opened).toHaveLength((LICENSES / 10) * 6)
    const raised = new Set(
      opened.map(({ handledAt, raisedAt, state }) => [state, raisedAt, handledAt].join()),
    )
    expect([...raised]).toEqual([`open,${later.toISOString()},`])
  }, 600_000)

  it('runs a job once for each slot that three workers see', async () => {
    const workers = await Promise.all([1, 2, 3].map(() => spawnWork(variables, 'slots', NOW)))
    workers.forEach(({ go }) => go())
    for (let minute = 0; minute < 10; minute += 1) {
      workers.forEach(({ tell }) => tell(String(minute)))
      await Promise.all(workers.map(({ said }) => said(new RegExp(`^past ${minute}$`))))
    }
    await Promise.all(workers.map(({ kill }) => kill()))
    const runs = await allOf(company.payload, 'job-runs')
    expect(runs.map(({ attempts, state }) => [attempts, state])).toEqual(
      Array.from({ length: 10 }, () => [1, 'done']),
    )
    const [counter] = await allOf(company.payload, 'counters', { series: { equals: 'slots' } })
    expect(counter.value).toBe(10)
  }, 120_000)

  it('takes up within a minute the run of a worker that was killed, where it was', async () => {
    await company.payload.db.deleteMany({ collection: 'job-runs', where: {} })
    const doomed = await spawnWork(variables, 'stall', NOW)
    doomed.go()
    await doomed.said(/^begun$/)
    const run = async () => (await allOf(company.payload, 'job-runs'))[0]
    expect(await run()).toMatchObject({ state: 'running', done: 7, total: 10 })
    await doomed.kill()
    const idle = { name: 'count', every: 'minute' as const, run: async () => ({}) }
    expect(await runScheduledJobs(company.payload, [idle], NOW)).toMatchObject({ done: 0 })

    const left = Date.parse((await run()).dueAt)
    expect(left - NOW.getTime()).toBeLessThan(60_000)
    expect(left - NOW.getTime()).toBeGreaterThanOrEqual(JOB_LEASE_MS)
    const heir = await spawnWork(variables, 'resume', new Date(left))
    heir.go()
    expect(await heir.said(/^cursor/)).toBe('cursor item-7')
    await heir.said(/^done/)
    expect(await run()).toMatchObject({ state: 'done', attempts: 2 })
  }, 120_000)
}

describe('workers on one SQLite file', () => promises(async () => ({})))

describe('workers on one PostgreSQL database', () => {
  let postgres: TestPostgres
  promises(async () => {
    postgres = await startPostgres()
    return { DATABASE_URI: postgres.uri('shop') }
  })
  afterAll(async () => postgres?.stop(), 30_000)
})
