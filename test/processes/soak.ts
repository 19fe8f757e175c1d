import { parseArgs } from 'node:util'

import { hasFailed, reportAudit } from '../../src/integrity/reportAudit'
import { soakDatabases, type Engine } from './soakDatabase'
import { runSoak, type SoakOutcome } from './soakRun'

/** `npm run soak -- --engine postgres --minutes 10 --kill-every 20` */
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'postgres' },
    minutes: { type: 'string', default: '10' },
    'kill-every': { type: 'string', default: '20' },
    actors: { type: 'string', default: '8' },
    pause: { type: 'string', default: '150' },
  },
})

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const summaryOf = ({ kills, mails, record }: SoakOutcome): string => {
  const rows = [...record.tallies].map(
    ([kind, { acknowledged, refused, requests, retried }]) =>
      `${kind.padEnd(12)} ${[requests, acknowledged, refused, retried].map((n) => String(n).padStart(12)).join('')}`,
  )
  const answers = [...record.answers].sort().map(([answer, times]) => `  ${times} × ${answer}`)
  return [
    `${'kind'.padEnd(12)}     answered acknowledged     refused     retried`,
    ...rows,
    'Answers other than a success:',
    ...answers,
    `${kills.length} kills. ${mails.caught} mails caught, ${mails.doubles} of them twice under one Message-ID, ${mails.left} events and mails left over.`,
    '',
  ].join('\n')
}

if (!Object.hasOwn(soakDatabases, values.engine))
  throw new Error(`--engine: one of ${Object.keys(soakDatabases).join(', ')}`)

const outcome = await runSoak({
  engine: values.engine as Engine,
  seconds: Number(values.minutes) * 60,
  killEverySeconds: Number(values['kill-every']),
  leastKills: 1,
  actors: Number(values.actors),
  pauseMs: Number(values.pause),
  waits: true,
  say,
})
say(summaryOf(outcome))
say(reportAudit(outcome.results))
// Said outright: what stops the database at the exit would make a success of a mere `exitCode`.
process.exit(hasFailed(outcome.results) || outcome.mails.left > 0 ? 1 : 0)
