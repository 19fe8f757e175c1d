import { channelOf, userOf } from '../channel'
import { issuedStates, type OrderState } from '../domain/orders/orderMachine'
import { idOf } from '../domain/idOf'
import { formatMoney } from '../domain/money/money'
import { approvalLimitOfRoles } from '../operations/orders/approvalLimitOf'
import type { Order, OrderItem, Partner, User } from '../payload-types'
import { groupBy, present, read, type Audit, type Inspect, type Remark } from './audit'
import { readEntries, type Entry } from './changeLog/entriesOf'

const approved: OrderState[] = ['pending_payment', ...issuedStates]
const waiting: OrderState[] = ['pending_review', 'pending_payment']

const inStates = (docs: unknown[], states: OrderState[]): Order[] =>
  (docs as Order[]).filter(({ state }) => states.includes(state))

/** No order is larger than an order may be, through whatever door its lines came. */
export const isWithinLimits: Inspect = async (audit, docs) => {
  const { licensesPerOrder, linesPerOrder } = channelOf(audit.req.payload).options.limits
  const orders = inStates(docs, [...waiting, ...issuedStates])
  const items = await read(audit, 'orderItems', { order: { in: orders.map(({ id }) => id) } })
  const linesOf = groupBy(items as unknown as OrderItem[], ({ order }) => String(idOf(order)))
  return orders.flatMap(({ id, licenseCount, state }): Remark[] => {
    const lines = linesOf.get(String(id))?.length ?? 0
    const size = `It has ${lines} lines and ${licenseCount} licenses`
    if (lines <= linesPerOrder && licenseCount <= licensesPerOrder) return []
    const most = `at most ${linesPerOrder} and ${licensesPerOrder} are allowed`
    const remedy = waiting.includes(state) ? 'split it.' : 'ask the partner whether it was meant.'
    return [{ id, message: `${size}, ${most}: ${remedy}` }]
  })
}

/** Nobody approved more than may be approved with the roles and limits of today. */
export const isWithinApproval: Inspect = async (audit, docs) => {
  const { payload } = audit.req
  const orders = inStates(docs, approved)
  const ids = present(orders.map(({ decidedBy }) => idOf(decidedBy)))
  const users = ids.length > 0 ? await read(audit, 'users', { id: { in: ids } }) : []
  const byId = new Map(users.map((user) => [String(user.id), userOf(payload, user) as unknown]))
  return orders.flatMap(({ currency, decidedBy, id, total }): Remark[] => {
    const decider = byId.get(String(idOf(decidedBy))) as User | undefined
    const roles = (decider as { roles?: string[] } | undefined)?.roles ?? []
    const limit = approvalLimitOfRoles(payload, roles, currency ?? '')
    if (!decider || limit === undefined || total <= limit) return []
    const may = limit < 0 ? `nothing in ${currency}` : formatMoney(limit, currency ?? '')
    const message = `Its total is ${formatMoney(total, currency ?? '')}; whoever approved it may approve ${may} today: have it looked at by somebody who may.`
    return [{ id, message }]
  })
}

const WAITS = 'Its partner is not active: it goes no further until it is. Cancel it otherwise.'
const PASSED =
  'It was approved while its partner was not active: settle with the partner whether it holds.'

/** No order of a partner that is not active goes on. */
export const partnerWasActive: Inspect = async (audit, docs) => {
  const orders = inStates(docs, [...waiting, ...issuedStates])
  const partners = present(orders.map(({ partner }) => idOf(partner)))
  const statusAt = await statusOfPartners(audit, partners.map(String))
  return orders.flatMap(({ decidedAt, id, partner, state }): Remark[] => {
    const of = String(idOf(partner))
    const decided = decidedAt && approved.includes(state) ? Date.parse(decidedAt) : Infinity
    if (statusAt(of, decided) === 'ACTIVE') return []
    return [{ id, message: decided === Infinity ? WAITS : PASSED }]
  })
}

/** What a partner's status was at a time: what the next change took away, or what it is. */
const statusOfPartners = async (audit: Audit, ids: string[]) => {
  const found = (await read(audit, 'partners', { id: { in: ids } })) as unknown as Partner[]
  const today = new Map(found.map(({ id, status }) => [String(id), status as string]))
  const log = await readEntries(audit, 'partners', ids)
  const isChange = ({ action, changes }: Entry) =>
    action !== 'create' && changes?.status !== undefined
  return (id: string, at: number): string | undefined => {
    const next = log.get(id)?.find((entry) => isChange(entry) && Date.parse(entry.at) > at)
    return next ? String(next.changes?.status?.from) : (today.get(id) ?? 'ACTIVE')
  }
}
