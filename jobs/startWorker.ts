import type { BasePayload } from 'payload'

import { dispatchEvents } from '../src/operations/dispatchEvents'
import { resumeOrders } from '../src/operations/resumeOrders'
import { runScheduledJobs } from '../src/operations/runScheduledJobs'
import { sendMails } from '../src/operations/sendMails'
import { scheduledJobs } from './scheduledJobs'

export type Worker = {
  /** Resolves when the work under way is done; no more is begun. */
  stop: () => Promise<void>
}

type Work = (payload: BasePayload, now: Date) => Promise<Record<string, number>>

const runJobs: Work = (payload, now) => runScheduledJobs(payload, scheduledJobs, now)

/**
 * Lanes that do not wait for each other, so that no mail waits for a long scan. Within a lane in this
 * order: what the first one writes the second one sends.
 */
const works: Work[][] = [[resumeOrders, dispatchEvents, sendMails], [runJobs]]

/** How many pauses a worker waits after a failure, most likely of the database. */
const PAUSES_AFTER_FAILURE = 10

/**
 * Works off what is due until stopped; any number of workers may run beside each other. A failure
 * is logged and never thrown. Keeps no process alive.
 * @param intervalMs pause when there is nothing to do, in milliseconds
 */
export const startWorker = (payload: BasePayload, { intervalMs = 500 } = {}): Worker => {
  const lanes = works.map((lane) => startLane(payload, lane, intervalMs))
  const stop = async () => {
    await Promise.all(lanes.map((lane) => lane.stop()))
  }
  return { stop }
}

const startLane = (payload: BasePayload, lane: Work[], intervalMs: number): Worker => {
  const pause = makePause()
  let stopping = false
  const loop = async () => {
    while (!stopping) {
      const outcome = await workOnce(payload, lane)
      if (stopping || outcome === 'busy') continue
      await pause.wait(outcome === 'failed' ? intervalMs * PAUSES_AFTER_FAILURE : intervalMs)
    }
  }
  const done = loop()
  const stop = async () => {
    stopping = true
    pause.end()
    await done
  }
  return { stop }
}

const workOnce = async (
  payload: BasePayload,
  lane: Work[],
): Promise<'busy' | 'failed' | 'idle'> => {
  try {
    let done = 0
    for (const work of lane) {
      const counts = await work(payload, new Date())
      done += Object.values(counts).reduce((sum, count) => sum + count, 0)
    }
    return done > 0 ? 'busy' : 'idle'
  } catch (error) {
    payload.logger.error({ err: error, msg: 'The worker failed and goes on.' })
    return 'failed'
  }
}

const makePause = () => {
  let wake = () => {}
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  return { wait, end: () => wake() }
}
