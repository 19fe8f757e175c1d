import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

import type { Acknowledgement } from '../../src/integrity/acknowledged'
import type { Answer } from '../support/fixtures'

export type Tally = { requests: number; refused: number; retried: number; acknowledged: number }

export type SoakRecord = {
  answered: (kind: string, answer: Answer) => void
  /** @param answer of a server that failed; `null` = the connection was cut off */
  retried: (kind: string, answer: Answer | null) => void
  acknowledge: (told: Acknowledgement) => void
  tallies: Map<string, Tally>
  /** How often each answer other than a success came, with its code. */
  answers: Map<string, number>
  close: () => Promise<void>
}

const codeOf = ({ body, status }: Answer): string => {
  const [error] = body.errors ?? []
  return `${status} ${error?.code ?? error?.message ?? ''}`.trim()
}

/** Counts what was asked and answered, and keeps every acknowledged write in a file, a line each. */
export const soakRecord = (file: string): SoakRecord => {
  const lines = createWriteStream(file)
  const tallies = new Map<string, Tally>()
  const answers = new Map<string, number>()
  const tally = (kind: string): Tally => {
    const known = tallies.get(kind) ?? { requests: 0, refused: 0, retried: 0, acknowledged: 0 }
    tallies.set(kind, known)
    return known
  }
  const note = (kind: string, answer: Answer) => {
    const key = `${kind}: ${codeOf(answer)}`
    answers.set(key, (answers.get(key) ?? 0) + 1)
  }
  return {
    tallies,
    answers,
    answered: (kind, answer) => {
      tally(kind).requests += 1
      if (answer.status < 400) return
      tally(kind).refused += 1
      note(kind, answer)
    },
    retried: (kind, answer) => {
      tally(kind).retried += 1
      if (answer) note(kind, answer)
    },
    acknowledge: (told) => {
      tally(told.kind).acknowledged += 1
      lines.write(`${JSON.stringify(told)}\n`)
    },
    close: async () => {
      lines.end()
      await once(lines, 'finish')
    },
  }
}
