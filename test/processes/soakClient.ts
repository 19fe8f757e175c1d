import { client, type Answer, type Person } from '../support/fixtures'
import type { SoakRecord } from './soakRecord'

export type Send = (kind: string, person: Person, request: Request) => Promise<Answer>

type Request = {
  method: 'get' | 'patch' | 'post'
  path: string
  body?: object
  headers?: Record<string, string>
  /** Which of the servers is asked first. */
  first?: number
}

/** Longer than a process takes to start again. */
const PATIENCE_MS = 60_000
const PAUSE_MS = 100

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Asks as a real client does: an answer that does not come, or tells of an error of the server, is
 * asked for again at the other server, with the same body and the same key.
 */
export const soakClient =
  (urls: () => string[], tokens: Record<string, string>, record: SoakRecord): Send =>
  async (kind, person, { body, first = Math.floor(Math.random() * 2), headers, method, path }) => {
    const deadline = performance.now() + PATIENCE_MS
    for (let attempt = first; ; attempt += 1) {
      const up = urls()
      const url = up[attempt % Math.max(up.length, 1)]
      const answer = url
        ? await ask(client(url, tokens[person]), method, path, body, headers)
        : null
      if (answer && answer.status < 500) {
        record.answered(kind, answer)
        return answer
      }
      if (performance.now() > deadline) throw new Error(`No answer to ${method} ${path}`)
      record.retried(kind, answer)
      await pause(PAUSE_MS)
    }
  }

const ask = async (
  asker: ReturnType<typeof client>,
  method: Request['method'],
  path: string,
  body?: object,
  headers?: Record<string, string>,
): Promise<Answer | null> => {
  try {
    return method === 'get'
      ? await asker.get(path, undefined, headers)
      : await asker[method](path, body ?? {}, headers)
  } catch {
    return null
  }
}
