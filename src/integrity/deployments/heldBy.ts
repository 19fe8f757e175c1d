import { unresolvedStates } from '../../domain/alerts/alertMachine'
import { openDeploymentStates } from '../../domain/deployments/deploymentMachine'
import { idOf, type Id } from '../../domain/idOf'
import { present, read, type Audit, type Doc, type Inspect, type Remark } from '../audit'
import { readEntries, type Entry } from '../changeLog/entriesOf'

const owners = ['customer', 'partner'] as const
type Owner = (typeof owners)[number]

const link = (value: unknown): string => String(idOf(value as Id | null))

/** What was under way when a license changed hands may be either one's. */
const TOLERANCE_MS = 5_000

type Held = { doc: Doc; license: Doc; entries: Entry[] }

/** The documents of licenses that ever changed hands, with the license and its log. */
const handedOn = async (audit: Audit, docs: Doc[]): Promise<Held[]> => {
  const ids = present(docs.map(({ license }) => idOf(license as Id | null)))
  const log = await readEntries(audit, 'licenses', ids.map(String))
  const given = ids.filter((id) => log.get(String(id))?.some(isGift))
  if (given.length === 0) return []
  const found = await read(audit, 'licenses', { id: { in: given } })
  const licenses = new Map(found.map((license) => [String(license.id), license]))
  return docs.flatMap((doc) => {
    const license = licenses.get(link(doc.license))
    const entries = log.get(link(doc.license)) ?? []
    return license ? [{ doc, license, entries: entries.filter(isGift) }] : []
  })
}

const isGift = ({ action, changes }: Entry): boolean =>
  action !== 'create' && owners.some((owner) => changes?.[owner] !== undefined)

/** Who had the license: whom the next change took it from, or who has it still. */
const holderAt = ({ entries, license }: Held, owner: Owner, at: number): string => {
  const next = entries.find((entry) => entry.changes?.[owner] && Date.parse(entry.at) > at)
  return link(next ? next.changes?.[owner]?.from : license[owner])
}

const remarksOn = (held: Held[], wanted: (one: Held, owner: Owner) => string[]): Remark[] =>
  held.flatMap((one) =>
    owners.flatMap((owner): Remark[] => {
      const [is, should] = [link(one.doc[owner]), wanted(one, owner)]
      // A stranger is another check's.
      const hadIt = one.entries.some(({ changes }) =>
        [changes?.[owner]?.from, changes?.[owner]?.to].map(link).includes(is),
      )
      if (should.includes(is) || !hadIt) return []
      const message = `${owner} is ${is}, who reads what is ${should[0]}'s: set it to ${should[0]} in the database.`
      return [{ id: one.doc.id, message }]
    }),
  )

/** What is kept of a license's time belongs to whom the license belonged to when it was written. */
export const isOfItsHolder: Inspect = async (audit, docs) =>
  remarksOn(await handedOn(audit, docs), (one, owner) => {
    const at = Date.parse(one.doc.createdAt as string)
    return [0, TOLERANCE_MS, -TOLERANCE_MS].map((off) => holderAt(one, owner, at + off))
  })

const open: string[] = [...openDeploymentStates, ...unresolvedStates]

/** What somebody still has to see to belongs to whom the license belongs to now. */
export const isOfTheHolder: Inspect = async (audit, docs) => {
  const waiting = docs.filter(({ state }) => open.includes(state as string))
  return remarksOn(await handedOn(audit, waiting), ({ license }, owner) => [link(license[owner])])
}
