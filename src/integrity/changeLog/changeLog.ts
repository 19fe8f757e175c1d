import { hasTransactions } from '../../database/hasTransactions'
import { hashEntry, type ChangeEntry } from '../../domain/records/hashChain'
import type { SlugKey } from '../../slugs'
import { groupBy, read, type Audit, type Doc, type Inspect, type Remark } from '../audit'
import { entriesOf, type Entry } from './entriesOf'

/** The log begins with the document: what is there was created. */
export const isLogged =
  (of: SlugKey): Inspect =>
  async (audit, docs) => {
    const entries = await entriesOf(audit, of, docs)
    const created = ({ id }: Doc) =>
      (entries.get(String(id)) ?? []).some(({ action }) => action === 'create')
    return docs
      .filter((doc) => !created(doc))
      .map(({ id }) => ({ id, message: 'The log does not know of its creation.' }))
  }

/**
 * A document is in the state that the log left it in, and each move that the log knows of began where
 * the one before it had ended: a write of the whole document that undid a move leaves no other trace.
 */
export const stateIsLogged =
  (of: SlugKey): Inspect =>
  async (audit, docs) => {
    const entries = await entriesOf(audit, of, docs)
    const judge = hasTransactions(audit.req.payload) ? judgeInOrder : judgeTogether
    return docs.flatMap(({ id, state }): Remark[] => {
      const moves = (entries.get(String(id)) ?? []).flatMap(({ changes }) => changes?.state ?? [])
      return moves.length > 0 ? judge(moves, state).map((message) => ({ id, message })) : []
    })
  }

type Move = { from?: unknown; to?: unknown }

const judgeInOrder = (moves: Move[], state: unknown): string[] => {
  const undone = moves.find(({ from }, index) => index > 0 && from !== moves[index - 1]?.to)
  const logged = moves.at(-1)?.to
  return [
    ...(undone ? [`A move began at ${String(undone.from)}, where none had led to.`] : []),
    ...(logged === state ? [] : [`It is ${String(state)}; the log says ${String(logged)}.`]),
  ]
}

/**
 * Without transactions, two moves of one moment may stand in the log the other way round. In
 * whatever order: every state was entered as often as it was left, but for the present one.
 */
const judgeTogether = (moves: Move[], state: unknown): string[] => {
  const begins = moves.some(({ from }) => from === undefined) ? undefined : moves[0]?.from
  const surplus = new Map<unknown, number>([[begins, 1]])
  const count = (at: unknown, by: number) => surplus.set(at, (surplus.get(at) ?? 0) + by)
  count(state, -1)
  for (const { from, to } of moves) {
    count(from, -1)
    count(to, 1)
  }
  return [...surplus].flatMap(([at, times]) =>
    times === 0 ? [] : [`The log knows of ${times} moves more to ${String(at)} than from it.`],
  )
}

/** What the system never removes without an entry of it. */
const kept: SlugKey[] = ['orders', 'licenses', 'deployments', 'customers']

/** What the log saw come is there, unless it saw it go. */
export const isStillThere: Inspect = async (audit, docs) => {
  const created = (docs as unknown as Entry[]).filter(({ action }) => action === 'create')
  const remarks: Remark[] = []
  for (const key of kept) {
    const own = created.filter(({ subject }) => subject === audit.slugs[key])
    const ids = own.map(({ documentId }) => documentId)
    if (ids.length === 0) continue
    const found = await read(audit, key, { id: { in: ids } })
    const there = new Set(found.map(({ id }) => String(id)))
    const gone = own.filter(({ documentId }) => !there.has(documentId))
    const removed = await deletedOf(audit, audit.slugs[key], gone)
    for (const { documentId, id, subject } of gone)
      if (!removed.has(documentId))
        remarks.push({ id, message: `${subject} ${documentId} is gone without an entry.` })
  }
  return remarks
}

const deletedOf = async (audit: Audit, subject: string, gone: Entry[]): Promise<Set<string>> => {
  if (gone.length === 0) return new Set()
  const documentId = { in: gone.map((entry) => entry.documentId) }
  const where = { subject: { equals: subject }, documentId, action: { equals: 'delete' } }
  return new Set((await read(audit, 'changeLogs', where)).map((entry) => String(entry.documentId)))
}

/**
 * Each entry has the hash that its content makes, and follows from the one before it. Looks at an
 * entry and its predecessor only, so that chains of any length take the memory of a page.
 */
export const follows: Inspect = async (audit, docs) => {
  const entries = docs as unknown as Entry[]
  const beside = new Map<string, Entry[]>()
  for (const [subject, own] of groupBy(entries, (entry) => entry.subject)) {
    const where = {
      subject: { equals: subject },
      documentId: { in: [...new Set(own.map(({ documentId }) => documentId))] },
      sequence: { in: [...new Set(own.flatMap(({ sequence }) => [sequence - 1, sequence]))] },
    }
    const found = (await read(audit, 'changeLogs', where)) as unknown as Entry[]
    for (const [key, group] of groupBy(found, placeOf)) beside.set(key, group)
  }
  return entries.flatMap((entry) =>
    faultsOf(entry, beside).map((message): Remark => ({ id: entry.id, message })),
  )
}

const placeOf = ({ documentId, sequence, subject }: Omit<Entry, 'id'>): string =>
  JSON.stringify([subject, documentId, sequence])

const faultsOf = (entry: Entry, beside: Map<string, Entry[]>): string[] => {
  const { documentId, previousHash, sequence, subject } = entry
  const place = `Entry ${sequence} of ${subject} ${documentId}`
  const at = (number: number) => beside.get(placeOf({ ...entry, sequence: number })) ?? []
  const before = sequence > 1 ? at(sequence - 1) : []
  const faults: [string, boolean][] = [
    ['does not match its hash', hashOf(entry) !== entry.hash],
    ['is there twice', at(sequence).length > 1],
    ['has none before it', sequence > 1 && before.length === 0],
    ['does not follow the one before it', before.length > 0 && !before.some(isBefore(entry))],
    ['is the first and follows another', sequence === 1 && (previousHash ?? null) !== null],
  ]
  return faults.filter(([, is]) => is).map(([fault]) => `${place} ${fault}.`)
}

const isBefore =
  ({ previousHash }: Entry) =>
  ({ hash }: Entry): boolean =>
    hash === previousHash

const hashOf = (entry: Entry): string => {
  const { actorId, actorName, ip, previousHash, userAgent } = entry
  return hashEntry({
    at: new Date(entry.at).toISOString(),
    action: entry.action,
    subject: entry.subject,
    documentId: entry.documentId,
    sequence: entry.sequence,
    actorId: actorId ?? null,
    actorName: actorName ?? null,
    ip: ip ?? null,
    userAgent: userAgent ?? null,
    changes: entry.changes as ChangeEntry['changes'],
    previousHash: previousHash ?? null,
  })
}
