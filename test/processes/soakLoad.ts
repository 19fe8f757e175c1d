import { randomUUID } from 'node:crypto'

import type { OrderAction, OrderState } from '../../src/domain/orders/orderMachine'
import { line, order, type Json, type Person } from '../support/fixtures'
import { pause } from './soakClient'
import { learnLicenses, licenseSteps, type LicenseSoak } from './soakLicenseLoad'

type Known = { id: string; owner: Person }

/** What the actors know, of the orders by state; whoever works on one takes it out. */
export type Soak = LicenseSoak & { orders: Map<OrderState, Known[]> }

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T

const put = ({ orders }: Soak, state: OrderState, known: Known): void => {
  orders.set(state, [...(orders.get(state) ?? []), known])
}

const take = ({ orders }: Soak, state: OrderState): Known | undefined => {
  const list = orders.get(state) ?? []
  return list.splice(Math.floor(Math.random() * list.length), 1)[0]
}

/** A few end users are everybody's, so that approvals want the same customers; some are new. */
const endUser = (): string =>
  Math.random() < 0.9 ? `End user ${Math.floor(Math.random() * 20)}` : `New ${randomUUID()}`

const quantity = (): number => 1 + Math.floor(Math.random() * (Math.random() < 0.05 ? 200 : 5))

const body = (changes: object = {}): object =>
  order({
    items: Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () =>
      line({
        sku: pick(['ENT-SUITE', 'PRO-TEAM', 'SEAT-PACK']),
        quantity: quantity(),
        endUserName: endUser(),
      }),
    ),
    ...changes,
  })

/** What is known of an order from an answer must hold for good, and goes back among the others. */
const learn = (
  soak: Soak,
  kind: 'draft' | 'order' | OrderAction,
  known: Known,
  told: Json,
  text?: string,
) => {
  soak.record.acknowledge({ kind, id: known.id, state: told.state, text })
  put(soak, told.state, known)
}

const place = async (soak: Soak, submit: boolean): Promise<void> => {
  const owner = pick(['partner', 'colleague', 'rival'] as const)
  const headers = { 'Idempotency-Key': randomUUID() }
  const text = submit ? undefined : `draft ${randomUUID()}`
  const request = { method: 'post', path: '/api/v1/partners/orders', headers } as const
  const answer = await soak.send(submit ? 'order' : 'draft', owner, {
    ...request,
    body: body({ submit, notes: text }),
  })
  const { order: placed } = answer.body
  if (answer.status === 201)
    learn(soak, submit ? 'order' : 'draft', { id: placed.id, owner }, placed, text)
}

/** Where an order stands, after an answer that does not say so; it is read, and so acknowledged. */
const lookAt = async (soak: Soak, known: Known): Promise<void> => {
  const path = `/api/orders/${known.id}?depth=0`
  const { body: found, status } = await soak.send('read', 'sales', { method: 'get', path })
  if (status === 200) learn(soak, 'order', known, found)
}

const save = async (soak: Soak, known: Known): Promise<void> => {
  const text = `saved ${randomUUID()}`
  const answer = await soak.send('draft', known.owner, {
    method: 'patch',
    path: `/api/v1/partners/orders/${known.id}`,
    body: body({ notes: text }),
  })
  if (answer.status === 200) learn(soak, 'draft', known, answer.body.order, text)
  else await lookAt(soak, known)
}

const note = async (soak: Soak, known: Known): Promise<void> => {
  const text = `note ${randomUUID()}`
  const path = `/api/orders/${known.id}?depth=0`
  const request = { method: 'patch', path, body: { internalNotes: text } } as const
  const { status } = await soak.send('note', 'sales', request)
  if (status === 200) soak.record.acknowledge({ kind: 'note', id: known.id, text })
  await lookAt(soak, known)
}

const ask = (soak: Soak, known: Known, action: OrderAction, person: Person, first?: number) =>
  soak.send(action, person, {
    method: 'post',
    path: `/api/v1/orders/${known.id}/${action}`,
    body: { reason: `because ${randomUUID()}` },
    first,
  })

const tellOf = (soak: Soak, known: Known, action: OrderAction, { body: done }: Json): void => {
  const { licenses, order: moved } = done
  soak.record.acknowledge({ kind: action, id: known.id, state: moved.state })
  learnLicenses(soak, licenses)
}

const act =
  (action: OrderAction, by: 'owner' | 'sales' = 'sales') =>
  async (soak: Soak, known: Known): Promise<void> => {
    const answer = await ask(soak, known, action, by === 'owner' ? known.owner : by)
    if (answer.status === 200) tellOf(soak, known, action, answer)
    await lookAt(soak, known)
  }

/** Two people approve in the same moment, one at each server, while a third writes a note. */
const approveTwice = async (soak: Soak, known: Known): Promise<void> => {
  const [answers] = await Promise.all([
    Promise.all([ask(soak, known, 'approve', 'sales', 0), ask(soak, known, 'approve', 'admin', 1)]),
    note({ ...soak, orders: new Map() }, known),
  ])
  for (const answer of answers.filter(({ status }) => status === 200))
    tellOf(soak, known, 'approve', answer)
  await lookAt(soak, known)
}

const lists = [
  ['partner', '/api/v1/partners/orders'],
  ['partner', '/api/v1/partners/price-list'],
  ['sales', '/api/orders?limit=20&depth=0'],
  ['sales', '/api/licenses?limit=20&depth=0'],
] as const

const list = async (soak: Soak): Promise<void> => {
  const [person, path] = pick(lists)
  await soak.send('list', person, { method: 'get', path })
}

type Step = [
  weight: number,
  from: OrderState | null,
  run: (soak: Soak, known: Known) => Promise<void>,
]

/** How often what is done, and with an order in which state. */
const steps: Step[] = [
  [10, null, (soak) => place(soak, true)],
  [3, null, (soak) => place(soak, false)],
  [6, null, list],
  [3, 'draft', save],
  [3, 'draft', act('submit', 'owner')],
  [1, 'draft', act('cancel', 'owner')],
  [5, 'pending_review', act('approve')],
  [5, 'pending_review', approveTwice],
  [1, 'pending_review', act('reject')],
  [2, 'pending_review', act('return')],
  [2, 'pending_review', note],
  [1, 'pending_review', act('cancel')],
  [4, 'pending_payment', act('pay')],
  [1, 'pending_payment', act('cancel')],
  [4, 'in_progress', act('complete')],
  [2, 'in_progress', note],
  [1, 'rejected', act('revise', 'owner')],
  ...licenseSteps.map(([weight, run]): Step => [weight, null, run]),
]

const deck = steps.flatMap((step) => Array.from({ length: step[0] }, () => step))

/** One of the people at work, until told to stop. */
export const actor = async (soak: Soak, isOver: () => boolean, pauseMs: number): Promise<void> => {
  while (!isOver()) {
    const [, from, run] = pick(deck)
    const known = from === null ? ({} as Known) : take(soak, from)
    if (known) await run(soak, known)
    await pause(pauseMs)
  }
}
