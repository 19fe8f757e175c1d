import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { MAX_JOB_ATTEMPTS } from '../../../src/domain/queue/jobSlot'
import { lease } from '../../../src/operations/queue/lease'
import { pruneJobRuns } from '../../../src/operations/queue/pruneJobRuns'
import {
  JOB_LEASE_MS,
  runScheduledJobs,
  type ScheduledJob,
} from '../../../src/operations/queue/runScheduledJobs'
import type { JobRun } from '../../../src/payload-types'
import { startTestApp, type TestApp } from '../../support/startTestApp'

const START = new Date('2026-03-01T08:10:00.000Z')
const HOUR = 3_600_000
const after = (milliseconds: number) => new Date(START.getTime() + milliseconds)

let app: TestApp
/** When and from where the job was begun. */
let begun: { at: string; cursor: null | string }[]

const job = (run: ScheduledJob['run'] = async () => ({ counted: 3 })): ScheduledJob => ({
  name: 'count',
  every: 'hour',
  run: (payload, now, progress) => {
    begun.push({ at: now.toISOString(), cursor: progress.cursor })
    return run(payload, now, progress)
  },
})
const runs = async () =>
  (await app.payload.find({ collection: 'job-runs', sort: 'slot', pagination: false })).docs
const only = async (): Promise<JobRun> => {
  const all = await runs()
  expect(all).toHaveLength(1)
  return all[0] as JobRun
}

beforeAll(async () => {
  app = await startTestApp()
  app.payload.logger.level = 'silent'
})
beforeEach(async () => {
  begun = []
  await app.payload.db.deleteMany({ collection: 'job-runs', where: {} })
})
afterAll(() => app.stop())

describe('runScheduledJobs', () => {
  it('runs a job once in its slot, however many workers look at the clock', async () => {
    const workers = [1, 2, 3, 4, 5].map(() => runScheduledJobs(app.payload, [job()], START))
    const results = await Promise.all(workers)
    await runScheduledJobs(app.payload, [job()], after(HOUR / 2))
    expect(begun).toHaveLength(1)
    expect(results.reduce((sum, { done }) => sum + done, 0)).toBe(1)
    expect(await only()).toMatchObject({
      runKey: 'count:2026-03-01T08:00:00.000Z',
      state: 'done',
      attempts: 1,
      result: { counted: 3 },
    })
    await runScheduledJobs(app.payload, [job()], after(HOUR))
    expect((await runs()).map(({ slot }) => slot)).toEqual([
      '2026-03-01T08:00:00.000Z',
      '2026-03-01T09:00:00.000Z',
    ])
  })

  it('makes up for no slot that passed while nobody was there', async () => {
    await runScheduledJobs(app.payload, [job()], START)
    await runScheduledJobs(app.payload, [job()], after(50 * HOUR))
    expect((await runs()).map(({ slot }) => slot)).toEqual([
      '2026-03-01T08:00:00.000Z',
      '2026-03-03T10:00:00.000Z',
    ])
  })

  it('shows how far a run is, while it is on its way', async () => {
    const seen: JobRun[] = []
    const halfway: ScheduledJob['run'] = async (_payload, _now, { report }) => {
      await report(500, 1_000, 'item-500')
      seen.push(await only())
      return {}
    }
    await runScheduledJobs(app.payload, [job(halfway)], START)
    expect(seen[0]).toMatchObject({ state: 'running', done: 500, total: 1_000 })
  })

  it('takes up what a worker left that was killed, where it was, within a minute and not before', async () => {
    await runScheduledJobs(app.payload, [job()], START)
    const [run] = await runs()
    const left = { state: 'queued', attempts: 0, cursor: 'item-500', dueAt: START.toISOString() }
    await app.payload.db.updateMany({ collection: 'job-runs', where: {}, data: left })
    await lease(app.payload, 'job-runs', { ...(run as JobRun), attempts: 0 }, after(JOB_LEASE_MS), {
      state: 'running',
    })
    begun = []
    await runScheduledJobs(app.payload, [job()], after(JOB_LEASE_MS - 1_000))
    expect(begun).toEqual([])
    await runScheduledJobs(app.payload, [job()], after(60_000))
    expect(begun.map(({ cursor }) => cursor)).toEqual(['item-500'])
    expect(await only()).toMatchObject({ state: 'done', attempts: 2 })
  })

  it('does not begin the next run of a job before the one that is under way has ended', async () => {
    const lastSeconds = after(HOUR - 600_000 - 10_000)
    const slow: ScheduledJob['run'] = async () => {
      await runScheduledJobs(app.payload, [job()], after(HOUR - 600_000 + 10_000))
      return {}
    }
    await runScheduledJobs(app.payload, [job(slow)], lastSeconds)
    expect(begun).toHaveLength(1)
    await runScheduledJobs(app.payload, [job()], after(HOUR))
    expect(begun).toHaveLength(2)
  })

  it('stops a worker whose run another one has taken over', async () => {
    const faults: unknown[] = []
    const stalled: ScheduledJob['run'] = async (payload, _now, { report }) => {
      await lease(payload, 'job-runs', await only(), after(JOB_LEASE_MS))
      await report(1).catch((error: unknown) => faults.push(error))
      return { by: 1 }
    }
    await runScheduledJobs(app.payload, [job(stalled)], START)
    expect(String(faults[0])).toContain('taken this run over')
    const run = await only()
    expect(run).toMatchObject({ state: 'running', attempts: 2 })
    expect(run.result ?? null).toBeNull()
  })

  it('tries a job that fails less and less often, then parks it for a person to see', async () => {
    const poison = job(async () => {
      throw new Error('no such table: of //user:secret@host')
    })
    const pauses: number[] = []
    let now = START
    for (let attempt = 1; attempt <= MAX_JOB_ATTEMPTS; attempt += 1) {
      await runScheduledJobs(app.payload, [poison], now)
      const run = await only()
      expect(run.attempts).toBe(attempt)
      if (attempt === MAX_JOB_ATTEMPTS) break
      expect(run.state).toBe('queued')
      const due = new Date(run.dueAt)
      await runScheduledJobs(app.payload, [poison], new Date(due.getTime() - 5_000))
      pauses.push(Math.round((due.getTime() - now.getTime()) / 10_000))
      now = due
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64])
    expect(await only()).toMatchObject({
      state: 'parked',
      lastError: 'no such table: of //***@host',
    })
    begun = []
    await runScheduledJobs(app.payload, [poison], now)
    expect(begun).toEqual([])
    // The next slot begins anew.
    await runScheduledJobs(app.payload, [job()], after(3 * HOUR))
    expect((await runs()).map(({ state }) => state)).toEqual(['parked', 'done'])
  })

  it('parks a run that took each of its workers with it', async () => {
    await runScheduledJobs(app.payload, [job()], START)
    const left = { state: 'running', attempts: MAX_JOB_ATTEMPTS, dueAt: START.toISOString() }
    await app.payload.db.updateMany({ collection: 'job-runs', where: {}, data: left })
    begun = []
    await runScheduledJobs(app.payload, [job()], START)
    expect(begun).toEqual([])
    expect(await only()).toMatchObject({
      state: 'parked',
      lastError: expect.stringContaining('ended'),
    })
  })
})

describe('pruneJobRuns', () => {
  it('removes old runs that ended well and keeps what a person has to see', async () => {
    await runScheduledJobs(app.payload, [job()], START)
    await runScheduledJobs(app.payload, [job()], after(HOUR))
    const [first] = await runs()
    await app.payload.db.updateOne({
      collection: 'job-runs',
      id: first?.id as string,
      data: { state: 'parked' },
    })
    await pruneJobRuns(app.payload, after(13 * 24 * HOUR))
    expect(await runs()).toHaveLength(2)
    await pruneJobRuns(app.payload, after(15 * 24 * HOUR))
    expect((await runs()).map(({ state }) => state)).toEqual(['parked'])
  })
})
