import { createLocalReq, type BasePayload } from 'payload'

import { slugsOf } from '../../channel'
import { insertAbsent } from '../../database/insertAbsent'
import { newId } from '../../database/newId'
import { readRows } from '../../database/readRows'
import { failureLine, retryAt } from '../../domain/queue/backOff'
import { MAX_JOB_ATTEMPTS, runKeyOf, slotAt, type Every } from '../../domain/queue/jobSlot'
import type { JobRun } from '../../payload-types'
import { lease, findDue, settleRow } from './lease'
import { createClock } from '../records/createClock'
import { heartbeat, type Progress } from './heartbeat'

export type ScheduledJob = {
  /** Unique; stands in each of its runs. */
  name: string
  every: Every
  /**
   * Does what is due at an instant. May be run again after its worker died, in another process,
   * from the cursor that it told last.
   * @returns counts of what was done, kept as the run's result
   */
  run: (payload: BasePayload, now: Date, progress: Progress) => Promise<Record<string, number>>
}

/** What a worker that dies leaves is taken up within a minute. */
export const JOB_LEASE_MS = 45_000

export type JobsResult = { done: number; failed: number; parked: number }

/**
 * Runs each job once for its present slot, whichever of any number of workers is first. Slots that
 * nobody was there for are not made up for; a run that its worker left unfinished goes on before
 * the job's next one begins.
 */
export const runScheduledJobs = async (
  payload: BasePayload,
  jobs: ScheduledJob[],
  now: Date,
): Promise<JobsResult> => {
  const collection = slugsOf(payload).jobRuns
  const clock = createClock(now)
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const result: JobsResult = { done: 0, failed: 0, parked: 0 }
  await enqueueRuns(payload, jobs, now)
  const open = { state: { in: ['queued', 'running'] }, job: { in: [...byName.keys()] } }
  for (const due of await findDue<JobRun>(payload, collection, open, now, jobs.length)) {
    const at = clock()
    const leaseEnd = new Date(at.getTime() + JOB_LEASE_MS)
    const begun = { state: 'running', startedAt: at.toISOString() } as const
    const run = await lease(payload, collection, due, leaseEnd, begun)
    if (!run) continue
    result[await perform(payload, byName.get(run.job) as ScheduledJob, due, run, clock)] += 1
  }
  return result
}

/** A row for each job's present slot, unless a run of the job is still open. */
const enqueueRuns = async (
  payload: BasePayload,
  jobs: ScheduledJob[],
  now: Date,
): Promise<void> => {
  const collection = slugsOf(payload).jobRuns
  const req = await createLocalReq({}, payload)
  const slots = jobs.map(({ every, name }) => {
    const slot = slotAt(every, now)
    return { job: name, slot: slot.toISOString(), runKey: runKeyOf(name, slot) }
  })
  const known = await readRows<JobRun>(req, collection, {
    or: [
      { runKey: { in: slots.map(({ runKey }) => runKey) } },
      { state: { in: ['queued', 'running'] } },
    ],
  })
  const busy = new Set(known.map(({ job }) => job))
  const at = now.toISOString()
  const rows = slots
    .filter(({ job }) => !busy.has(job))
    .map((slot) => ({
      id: newId(payload),
      ...slot,
      state: 'queued',
      done: 0,
      attempts: 0,
      dueAt: at,
      createdAt: at,
      updatedAt: at,
    }))
  await insertAbsent(req, collection, rows, 'runKey')
}

const perform = async (
  payload: BasePayload,
  job: ScheduledJob,
  before: JobRun,
  run: JobRun,
  clock: () => Date,
): Promise<keyof JobsResult> => {
  const collection = slugsOf(payload).jobRuns
  // A run that took each of its workers with it would go round for ever.
  if (before.state === 'running' && before.attempts >= MAX_JOB_ATTEMPTS)
    return giveUp(payload, run, 'Its worker ended in the middle, again and again.', clock())
  const held = heartbeat(payload, run, JOB_LEASE_MS, clock)
  try {
    const result = await job.run(payload, clock(), held.progress)
    const at = clock().toISOString()
    const done = { state: 'done', finishedAt: at, updatedAt: at, result, lastError: null }
    await settleRow(payload, collection, run, done)
    return 'done'
  } catch (error) {
    const lastError = failureLine(error)
    payload.logger.warn({ err: error, msg: `${run.runKey} failed, attempt ${run.attempts}.` })
    if (run.attempts >= MAX_JOB_ATTEMPTS) return await giveUp(payload, run, lastError, clock())
    const dueAt = retryAt(run.attempts, clock()).toISOString()
    await settleRow(payload, collection, run, { state: 'queued', dueAt, lastError })
    return 'failed'
  } finally {
    await held.release()
  }
}

const giveUp = async (
  payload: BasePayload,
  run: JobRun,
  lastError: string,
  now: Date,
): Promise<'parked'> => {
  const at = now.toISOString()
  const parked = { state: 'parked', finishedAt: at, updatedAt: at, lastError }
  await settleRow(payload, slugsOf(payload).jobRuns, run, parked)
  payload.logger.error(`${run.runKey} is given up after ${run.attempts} attempts: ${lastError}`)
  return 'parked'
}
