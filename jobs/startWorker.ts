import type { BasePayload } from 'payload'

import { works, type Work } from './works'

export type Worker = {
  /** Resolves when the work under way is done; no more is begun. */
  stop: () => Promise<void>
}

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
    for (const { run } of lane) {
      const counts = await run(payload, new Date())
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
