import { userOf } from '../../channel'
import { eventTypes, type ToldEventType } from '../../domain/events/eventTypes'
import { idOf, type Id } from '../../domain/idOf'
import { MAX_DISPATCH_ATTEMPTS } from '../../operations/events/dispatchEvents'
import type { User } from '../../payload-types'
import { present, read, type Audit, type Doc, type Inspect, type Remark } from '../audit'
import { readEntries } from '../changeLog/entriesOf'

/** Longer than any lease and any pause between two attempts. */
const OVERDUE_MS = 3_600_000

/** The types whose notifications come with a mail each. */
const isMailed = ({ kind }: Doc): boolean => eventTypes[kind as ToldEventType] !== undefined

/** Who was notified was sent a mail, too, unless mails are or were not wanted. */
export const isMailedToo: Inspect = async (audit, docs) => {
  const mailed = docs.filter(isMailed)
  if (mailed.length === 0) return []
  const mails = await read(audit, 'mails', { key: { in: mailed.map(({ key }) => key) } })
  const known = new Set(mails.map(({ key }) => key))
  const missing = mailed.filter(({ key }) => !known.has(key))
  const wanting = await whoWantMail(audit, present(missing.map(recipientOf)))
  return missing
    .filter((doc) => wanting.has(String(recipientOf(doc))))
    .map((doc) => {
      const message = `The mail ${String(doc.key)} to user ${recipientOf(doc)} is not there.`
      return { id: doc.id, message }
    })
}

const recipientOf = ({ recipient }: Doc): Id | null => idOf(recipient as Id | null)

/** Of some users, as text, those who have always wanted mails. */
const whoWantMail = async (audit: Audit, ids: Id[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { payload } = audit.req
  const found = (await read(audit, 'users', { id: { in: ids } })) as unknown as User[]
  const users = found.map((user) => userOf(payload, user))
  const entries = await readEntries(audit, 'users', ids.map(String))
  const changed = (id: Id) =>
    (entries.get(String(id)) ?? []).some(
      ({ action, changes }) => action !== 'create' && userOf(payload, changes ?? {}).notify,
    )
  const wanting = users.filter(({ id, notify }) => notify?.mail !== false && !changed(id))
  return new Set(wanting.map(({ id }) => String(id)))
}

const isOverdue = (now: Date, dueAt: unknown): boolean =>
  now.getTime() - new Date(dueAt as string).getTime() > OVERDUE_MS

const waiting = (doc: Doc): string =>
  `Due at ${new Date(doc.dueAt as string).toISOString()}, ${String(doc.attempts)} attempts: ${String(doc.lastError ?? 'no error')}.`

const remarks = (docs: Doc[]): Remark[] =>
  docs.map((doc) => ({ id: doc.id, message: waiting(doc) }))

const isGivenUp = ({ attempts, dispatchedAt }: Doc): boolean =>
  !dispatchedAt && Number(attempts) >= MAX_DISPATCH_ATTEMPTS

export const mailIsInTime: Inspect = ({ now }, docs) =>
  remarks(docs.filter(({ dueAt, status }) => status === 'queued' && isOverdue(now, dueAt)))

export const mailIsNotGivenUp: Inspect = (_audit, docs) =>
  remarks(docs.filter(({ status }) => status === 'parked'))

export const eventIsInTime: Inspect = ({ now }, docs) =>
  remarks(docs.filter((doc) => !doc.dispatchedAt && !isGivenUp(doc) && isOverdue(now, doc.dueAt)))

export const eventIsNotGivenUp: Inspect = (_audit, docs) => remarks(docs.filter(isGivenUp))

export const runIsInTime: Inspect = ({ now }, docs) =>
  remarks(docs.filter(({ dueAt, state }) => isOpen(state) && isOverdue(now, dueAt)))

const isOpen = (state: unknown): boolean => state === 'queued' || state === 'running'

export const runIsNotGivenUp: Inspect = (_audit, docs) =>
  remarks(docs.filter(({ state }) => state === 'parked'))
