import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

import { z } from 'zod'

import { deploymentActions, deploymentMachine } from '../domain/deployments/deploymentMachine'
import { licenseActions, licenseMachine } from '../domain/licenses/licenseMachine'
import { orderActions, orderMachine } from '../domain/orders/orderMachine'
import type { SlugKey } from '../slugs'
import { groupBy, read, type Audit, type Doc, type Remark } from './audit'
import { readEntries, type Entry } from './changeLog/entriesOf'
import { waitingPurchases } from './purchases/ledgers'
import { addFinding, emptyResult, type CheckResult } from './runAudit'

const actions: readonly string[] = [...orderActions, ...licenseActions, ...deploymentActions]

/** What was made, by the collection that has it; actions and texts are of `on`. */
const made = {
  order: 'orders',
  draft: 'orders',
  license: 'licenses',
  purchase: 'purchases',
  deployment: 'deployments',
  usage: 'usageReports',
} as const satisfies Record<string, SlugKey>

/** A write that a client was told of; `state` = the one that the answer named. */
const acknowledgement = z.object({
  kind: z.enum([...Object.keys(made), 'note', ...actions]),
  /** Whose action it was. */
  on: z.enum(['orders', 'licenses', 'deployments']).default('orders'),
  /** Of the document; of a report of usage its `reportKey`. */
  id: z.union([z.string(), z.number()]),
  state: z.string().optional(),
  /** The text that a `note` or a `draft` was saved with. */
  text: z.string().optional(),
})

export type Acknowledgement = z.input<typeof acknowledgement>

type Told = Acknowledgement & { of: SlugKey; times: number }
type Stored = { doc: Doc; entries: Entry[] }

type AnyMachine = { states: string[]; allows: (from: never, to: never) => boolean }

const machines: Partial<Record<SlugKey, AnyMachine>> = {
  orders: orderMachine,
  licenses: licenseMachine,
  deployments: deploymentMachine,
}

/** Why an acknowledged write is not there, or `null`. */
const faultOf = (
  { kind, of, state, text, times }: Told,
  { doc, entries }: Stored,
): null | string => {
  const logged = entries.filter(({ action }) => action === kind).length
  if (actions.includes(kind) && logged < times)
    return `"${kind}" was acknowledged ${times} times and is logged ${logged} times.`
  if (state !== undefined && !isReached(machines[of], state, doc.state as string))
    return `It was acknowledged as ${state} and is ${String(doc.state)}.`
  if (text !== undefined && !entries.some((entry) => wrote(entry, text)))
    return `The acknowledged text "${text}" was never written.`
  return null
}

const wrote = ({ changes }: Entry, text: string): boolean =>
  [changes?.notes, changes?.internalNotes].some((change) => change?.to === text)

/** Whether the machine leads from one state to the other, on any way. */
const isReached = (machine: AnyMachine | undefined, from: string, to: string): boolean => {
  const reached = new Set([from])
  for (const state of reached)
    for (const next of machine?.states ?? [])
      if (machine?.allows(state as never, next as never)) reached.add(next)
  return reached.has(to)
}

/** How many lines are looked up at once. */
const BATCH = 500

/**
 * Holds a list of acknowledged writes, a JSON object a line, against the database.
 * @throws Error naming the line that is none of ours
 */
export const auditAcknowledged = async (audit: Audit, file: string): Promise<CheckResult> => {
  const result = emptyResult({
    name: 'acknowledged',
    proves: 'What a client was told of is there, as it was told or further on.',
  })
  let batch: Acknowledgement[] = []
  const workOff = async () => {
    for (const told of groupBy(batch, ({ kind, on }) => `${on} ${kind}`).values()) {
      const of = collectionOf(told[0]!)
      for (const remark of await remarksOn(audit, of, told))
        addFinding(result, audit.slugs[of], remark)
    }
    result.looked += batch.length
    batch = []
  }
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number += 1
    if (line.trim()) batch.push(parse(line, number))
    if (batch.length === BATCH) await workOff()
  }
  await workOff()
  return result
}

const parse = (line: string, number: number): Acknowledgement => {
  try {
    return acknowledgement.parse(JSON.parse(line))
  } catch (cause) {
    throw new Error(`Line ${number} is no acknowledged write: ${line.slice(0, 200)}`, { cause })
  }
}

const collectionOf = ({ kind, on = 'orders' }: Acknowledgement): SlugKey =>
  (made as Partial<Record<string, SlugKey>>)[kind] ?? on

const remarksOn = async (audit: Audit, of: SlugKey, told: Acknowledgement[]): Promise<Remark[]> => {
  const field = of === 'usageReports' ? 'reportKey' : 'id'
  const ids = [...new Set(told.map(({ id }) => id))]
  const found = await read(audit, of, { [field]: { in: ids } })
  const docs = new Map(found.map((doc) => [String(doc[field]), doc]))
  const waiting = new Set(of === 'purchases' ? await waitingPurchases(audit, found) : [])
  const entries = await readEntries(audit, of, ids.map(String))
  return told.flatMap((one): Remark[] => {
    const doc = docs.get(String(one.id))
    if (!doc) return [{ id: one.id, message: `The acknowledged ${one.kind} is not there.` }]
    if (waiting.has(doc))
      return [{ id: one.id, message: 'The acknowledged purchase has not reached its license.' }]
    const times = told.filter(({ id, state }) => id === one.id && state === one.state).length
    const stored = { doc, entries: entries.get(String(one.id)) ?? [] }
    const fault = faultOf({ ...one, of, times }, stored)
    return fault ? [{ id: one.id, message: fault }] : []
  })
}
