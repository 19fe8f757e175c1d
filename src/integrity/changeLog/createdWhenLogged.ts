import type { SlugKey } from '../../slugs'
import type { Doc, Inspect } from '../audit'
import { entriesOf, type Entry } from './entriesOf'

const HOUR_MS = 3_600_000

/**
 * A document was created when the log says so, give or take what a slow machine takes: clients could
 * once write `createdAt`, and reports go by it. Imported ones keep the date of their import's log.
 */
export const createdWhenLogged =
  (of: SlugKey): Inspect =>
  async (audit, docs) => {
    const entries = await entriesOf(audit, of, docs)
    return docs.flatMap((doc) => {
      const [first] = entries.get(String(doc.id)) ?? []
      if (first?.action !== 'create' || apart(doc, first) <= HOUR_MS) return []
      const dates = `${iso(doc.createdAt)}, the log says ${iso(first.at)}`
      return [{ id: doc.id, message: `createdAt is ${dates}: set it to that, unless imported.` }]
    })
  }

const iso = (at: unknown): string => new Date(at as string).toISOString()

const apart = ({ createdAt }: Doc, { at }: Entry): number =>
  Math.abs(Date.parse(iso(createdAt)) - Date.parse(iso(at)))
