import { userOf } from '../channel'
import { customerKey } from '../domain/customers/customerKey'
import { idOf } from '../domain/idOf'
import { isTwisted, isVisible } from '../domain/visibleText'
import type { Customer } from '../payload-types'
import type { SlugKey } from '../slugs'
import { groupBy, present, read, type Doc, type Inspect, type Remark } from './audit'

const textOf = (doc: Doc, field: string): string =>
  typeof doc[field] === 'string' ? doc[field] : ''

/** By what two names are one to whoever reads them. */
const keyOf = (text: string): string => customerKey(null, text)

const UNSEEN = 'has nothing that can be seen: give it a name.'
const TWISTED = 'has marks that make it read otherwise than it is written: write it anew.'

/** A text that names something can be seen, and reads as it is written. */
export const isSeen =
  (field: string): Inspect =>
  (_audit, docs) =>
    docs.flatMap((doc): Remark[] => {
      const text = textOf(doc, field)
      const fault = text === '' ? null : isVisible(text) ? isTwisted(text) && TWISTED : UNSEEN
      return fault ? [{ id: doc.id, message: `Its ${field} ${fault}` }] : []
    })

/** A host's users may have theirs in a field of another name. */
export const usersAreSeen: Inspect = (audit, docs) =>
  isSeen('name')(
    audit,
    docs.map((doc) => userOf(audit.req.payload, doc)),
  )

/** No two look the same. Reads all of them: only for collections that people keep by hand. */
export const looksLikeNoOther =
  (of: SlugKey, field: string): Inspect =>
  async (audit, docs) => {
    const all = (await read(audit, of, {})).filter((doc) => isVisible(textOf(doc, field)))
    const alike = groupBy(all, (doc) => keyOf(textOf(doc, field)))
    return docs.flatMap((doc): Remark[] => {
      const twins = alike.get(keyOf(textOf(doc, field))) ?? []
      const first = twins.map(({ id }) => String(id)).sort()[0]
      if (first === undefined || first === String(doc.id)) return []
      const message = `Its ${field} looks like that of ${first}: rename one, or keep one of them alone.`
      return [{ id: doc.id, message }]
    })
  }

const STALE =
  'It is known by a name that is not the one people see: save it again. If that is refused, the partner has it twice.'

/** A customer is known within its partner by what people see of its name. */
export const isKnownByName: Inspect = async (audit, docs) => {
  const customers = docs as unknown as Customer[]
  const key = ({ name, partner }: Customer): string => customerKey(idOf(partner), name)
  const found = await read(audit, 'customers', { nameKey: { in: present(customers.map(key)) } })
  const holders = new Map((found as unknown as Customer[]).map((one) => [one.nameKey, one.id]))
  return customers
    .filter((one) => isVisible(one.name) && one.nameKey !== key(one))
    .map((one): Remark => {
      const twin = holders.get(key(one))
      const message = `Its name looks like that of ${twin}, a customer of the same partner: rename one, or pass its licenses on and delete it.`
      return { id: one.id, message: twin === undefined ? STALE : message }
    })
}

/** Addresses that differ by case only are one person's, who would be told everything twice. */
export const addressIsOnce =
  (of: SlugKey): Inspect =>
  async (audit, docs) => {
    const written = docs.filter(({ email }) => email && email !== addressOf(email))
    if (written.length === 0) return []
    const all = groupBy(await read(audit, of, {}), ({ email }) => addressOf(email))
    return written.map(({ email, id }): Remark => {
      const twin = all.get(addressOf(email))?.find((other) => other.id !== id)
      const remedy = twin
        ? `it is that of ${twin.id} as well: pass the work of one on to the other, and delete it.`
        : 'save it again.'
      return { id, message: `Its e-mail is not in lower case, ${remedy}` }
    })
  }

const addressOf = (email: unknown): string => String(email).trim().toLowerCase()
