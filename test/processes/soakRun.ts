import { execFile } from 'node:child_process'
import path from 'node:path'

import { createLocalReq, type Payload } from 'payload'

import { startAudit } from '../../src/integrity/audit'
import type { CheckResult } from '../../src/integrity/runAudit'
import { dispatchEvents, MAX_DISPATCH_ATTEMPTS } from '../../src/operations/events/dispatchEvents'
import { settleDeployments } from '../../src/operations/deployments/deployLicense'
import { sendMails } from '../../src/operations/mail/sendMails'
import { applyRecentPurchases } from '../../src/operations/licenses/applyRecentPurchases'
import { startCompany, type Company, type Person } from '../support/fixtures'
import { pause, soakClient } from './soakClient'
import { soakDatabases, type Engine } from './soakDatabase'
import { actor, type Soak } from './soakLoad'
import { startMailCatcher } from './soakMails'
import { startNodes, type Nodes } from './soakNodes'
import { soakRecord, type SoakRecord } from './soakRecord'

export type SoakOptions = {
  engine: Engine
  seconds: number
  killEverySeconds: number
  /** The run goes on until so many were killed, however long a slow machine takes to start them. */
  leastKills: number
  /** How many people are at work at once, and how long each pauses between two steps. */
  actors: number
  pauseMs: number
  /** Whether the leases of killed workers are waited for, or passed over by a clock that is ahead. */
  waits: boolean
  say: (text: string) => void
}

export type SoakOutcome = {
  record: SoakRecord
  kills: string[]
  mails: { caught: number; doubles: number; left: number }
  results: CheckResult[]
}

const people: Person[] = ['partner', 'colleague', 'rival', 'sales', 'admin']

/** Mixed load while processes are killed, then the whole database and every mail audited. */
export const runSoak = async (options: SoakOptions): Promise<SoakOutcome> => {
  const database = await soakDatabases[options.engine]()
  const catcher = await startMailCatcher()
  const variables = { DATABASE_URI: database.uri, SMTP_URL: catcher.url }
  const company = await startCompany({}, variables)
  const shared = { ...variables, DATA_DIR: company.dataDir }
  const file = path.join(company.dataDir, 'acknowledged.jsonl')
  const record = soakRecord(file)
  const nodes = await startNodes(shared)
  try {
    const kills = await loadAndKill(options, company, nodes, record)
    await record.close()
    const left = await drain(options, company.payload)
    await nodes.stop()
    const results = await auditBy(shared, file)
    const audit = startAudit(await createLocalReq({}, company.payload), new Date())
    const { doubles, remarks } = await catcher.compare(audit)
    results.push(mailResult(catcher.count(), remarks))
    return { record, kills, results, mails: { caught: catcher.count(), doubles, left } }
  } finally {
    await nodes.stop()
    await company.stop()
    await catcher.stop()
    await database.stop()
  }
}

const loadAndKill = async (
  { actors, killEverySeconds, leastKills, pauseMs, say, seconds }: SoakOptions,
  company: Company,
  nodes: Nodes,
  record: SoakRecord,
): Promise<string[]> => {
  const tokens = Object.fromEntries(
    await Promise.all(people.map(async (one) => [one, (await company.as(one)).token as string])),
  ) as Record<string, string>
  const send = soakClient(nodes.urls, tokens, record)
  const soak: Soak = { send, record, orders: new Map(), licenses: [], deployments: new Map() }
  const end = performance.now() + seconds * 1_000
  const kills: string[] = []
  const isOver = () => performance.now() > end && kills.length >= leastKills
  const killing = async () => {
    await pause(killEverySeconds * 1_000)
    while (!isOver()) {
      const [name] = await Promise.all([nodes.killOne(), pause(killEverySeconds * 1_000)])
      kills.push(name)
      say(`killed ${name} (${kills.length})`)
    }
  }
  const working = Array.from({ length: actors }, () => actor(soak, isOver, pauseMs))
  await Promise.all([killing(), ...working])
  return kills
}

const LONGEST_DRAIN_MS = 900_000
const AN_HOUR_MS = 3_600_000

/**
 * Until every event is dispatched and every mail sent; what waits for an hourly job is done at once.
 * @returns how many events and mails are left
 */
const drain = async ({ say, waits }: SoakOptions, payload: Payload): Promise<number> => {
  await settleDeployments(payload, new Date())
  await applyRecentPurchases(payload, new Date())
  const deadline = performance.now() + LONGEST_DRAIN_MS
  for (let round = 0; ; round += 1) {
    const { due, left } = await waiting(payload)
    if (left === 0 || performance.now() > deadline) return left
    if (round % 20 === 0) say(`${left} events and mails to go`)
    if (!waits && due === 0) {
      const ahead = new Date(Date.now() + AN_HOUR_MS)
      await dispatchEvents(payload, ahead)
      await sendMails(payload, ahead)
    } else await pause(500)
  }
}

const waiting = async ({ db }: Payload): Promise<{ due: number; left: number }> => {
  const undone = {
    events: {
      dispatchedAt: { exists: false },
      attempts: { less_than: MAX_DISPATCH_ATTEMPTS },
    },
    mails: { status: { equals: 'queued' } },
  }
  const count = async (collection: 'events' | 'mails', where: object = {}) =>
    (await db.count({ collection, where: { and: [undone[collection], where] } as never })).totalDocs
  const now = { dueAt: { less_than_equal: new Date().toISOString() } }
  return {
    due: (await count('events', now)) + (await count('mails', now)),
    left: (await count('events')) + (await count('mails')),
  }
}

const MOST_OUTPUT = 268_435_456

/** The auditor as a person runs it, in a process of its own. */
const auditBy = (variables: Record<string, string>, file: string): Promise<CheckResult[]> =>
  new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      PAYLOAD_SECRET: 'a-secret-for-tests-only',
      ...variables,
    }
    const parts = ['--import', 'tsx', 'src/host/audit.ts', '--json', '--acknowledged', file]
    execFile(process.execPath, parts, { env, maxBuffer: MOST_OUTPUT }, (error, output, errors) => {
      // 1 = it has found something.
      if (error && error.code !== 1) reject(new Error(errors || error.message))
      else resolve(JSON.parse(output) as CheckResult[])
    })
  })

const mailResult = (looked: number, remarks: { id: number | string; message: string }[]) => ({
  check: 'mails-caught',
  proves: 'Each mail came, and none that the database does not know.',
  severity: 'fault' as const,
  looked,
  found: remarks.length,
  findings: remarks.map(({ id, message }) => ({
    check: 'mails-caught',
    subject: 'mails',
    documentId: String(id),
    message,
  })),
})
