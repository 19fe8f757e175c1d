import type { BasePayload } from 'payload'

import { slugsOf } from '../../channel'
import type { JobRun } from '../../payload-types'
import { settleRow } from './lease'

export type Progress = {
  /** Where an attempt before this one got to; `null` at the beginning. */
  cursor: null | string
  /**
   * Shows how far the run is, and keeps where it would go on.
   * @throws Error when another worker has taken the run over: there is nothing more to do here
   */
  report: (done: number, total?: null | number, cursor?: null | string) => Promise<void>
}

type HeldRun = { progress: Progress; /** Ends the heartbeat. */ release: () => Promise<void> }

/** Renews the lease of a run for as long as its process lives. */
export const heartbeat = (
  payload: BasePayload,
  run: JobRun,
  leaseMs: number,
  clock: () => Date,
): HeldRun => {
  const collection = slugsOf(payload).jobRuns
  const renew = (data: Record<string, unknown> = {}) => {
    const dueAt = new Date(clock().getTime() + leaseMs).toISOString()
    return settleRow(payload, collection, run, { ...data, dueAt })
  }
  let beating: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    // A beat that fails shortens the lease; the next one may get through.
    beating = renew().catch((error: unknown) => payload.logger.warn({ err: error }))
  }, leaseMs / 3)
  timer.unref()
  const report: Progress['report'] = async (done, total = null, cursor = null) => {
    if (!(await renew({ done, total, cursor })))
      throw new Error('Another worker has taken this run over.')
  }
  const release = async () => {
    clearInterval(timer)
    await beating
  }
  return { progress: { cursor: run.cursor ?? null, report }, release }
}
