import { idOf, type Id } from '../../domain/idOf'
import { replayPurchases, type Terms } from '../../domain/purchases/purchases'
import type { License, Purchase } from '../../payload-types'
import { groupBy, present, read, type Audit, type Doc, type Inspect, type Remark } from '../audit'
import { isUnderWay } from '../records/underWay'

/** The checks of a page ask for the same purchases. */
const known = new WeakMap<Doc[], Promise<Map<string, Purchase[]>>>()

/** The purchases of a page's licenses, by the license's ID as text, in their order. */
const ledgersOf = (audit: Audit, licenses: Doc[]): Promise<Map<string, Purchase[]>> => {
  const reading = known.get(licenses) ?? readLedgers(audit, licenses)
  known.set(licenses, reading)
  return reading
}

const readLedgers = async (audit: Audit, licenses: Doc[]): Promise<Map<string, Purchase[]>> => {
  const where = { license: { in: licenses.map(({ id }) => id) } }
  const purchases = (await read(audit, 'purchases', where)) as unknown as Purchase[]
  purchases.sort((a, b) => numberOf(a) - numberOf(b))
  return groupBy(purchases, ({ license }) => String(idOf(license)))
}

const numberOf = ({ sequence }: Pick<Purchase, 'sequence'>): number => sequence ?? 0

/** The number of the last purchase that a license has the effect of; it begins with the first one's. */
const reachedBy = ({ lastPurchase }: Pick<License, 'lastPurchase'>): number =>
  Math.max(lastPurchase ?? 0, 1)

/** A look at each license with its ledger; one that does not begin as it must is another check's. */
const eachLedger =
  (faultsOf: (license: License, purchases: Purchase[]) => string[]): Inspect =>
  async (audit, docs) => {
    const ledgers = await ledgersOf(audit, docs)
    return (docs as unknown as License[]).flatMap((license): Remark[] =>
      faultsOf(license, ledgers.get(String(license.id)) ?? []).map((message) => ({
        id: license.id,
        message,
      })),
    )
  }

/** A license begins with one purchase, and its purchases are numbered from there on. */
export const ledgerIsWhole = eachLedger((_license, purchases) => {
  const origins = purchases.filter(({ type }) => type === 'new')
  const gap = purchases.findIndex((purchase, index) => numberOf(purchase) !== index + 1)
  return [
    ...(origins.length === 1 ? [] : [`It began with ${origins.length} purchases.`]),
    ...(gap === -1
      ? []
      : [`There is a purchase ${numberOf(purchases[gap]!)} at place ${gap + 1}.`]),
  ]
})

/** A license has what the purchases that reached it amount to. */
export const termsFollow = eachLedger((license, purchases) => {
  const terms = replayed(
    license,
    purchases.filter((purchase) => numberOf(purchase) <= reachedBy(license)),
  )
  if (!terms) return []
  const { limits, product } = license
  const stored = {
    product: idOf(product),
    workspaces: limits.workspaces,
    users: limits.users,
    expiresAt: instant(license.expiresAt),
  }
  const expected = { ...terms, expiresAt: instant(terms.expiresAt) }
  return different(stored, expected)
})

/** Each purchase says what it made of its license. */
export const figuresFollow = eachLedger((license, purchases) =>
  purchases.flatMap(({ expiresAfter, sequence, usersAfter, workspacesAfter }, index) => {
    const terms = replayed(license, purchases.slice(0, index + 1))
    if (!terms) return []
    const said = {
      workspaces: workspacesAfter,
      users: usersAfter,
      expiresAt: instant(expiresAfter),
    }
    const expected = { ...terms, expiresAt: instant(terms.expiresAt) }
    return different(said, expected).map((fault) => `After purchase ${sequence}, ${fault}`)
  }),
)

const replayed = ({ createdAt, startsAt }: License, purchases: Purchase[]): null | Terms =>
  purchases[0]?.type === 'new' ? replayPurchases(startsAt ?? createdAt, purchases) : null

const instant = (value: null | string | undefined): null | string =>
  value ? new Date(value).toISOString() : null

const different = (stored: Record<string, unknown>, expected: object): string[] =>
  Object.entries(stored).flatMap(([field, value]) => {
    const wanted = (expected as Record<string, unknown>)[field]
    return String(value) === String(wanted)
      ? []
      : [`${field} is ${String(value)}, not ${String(wanted)}.`]
  })

/** The purchases whose license does not have their effect yet. */
export const waitingPurchases = async (audit: Audit, docs: Doc[]): Promise<Doc[]> => {
  const ids = present(docs.map(({ license }) => idOf(license as Id | null)))
  const licenses = (await read(audit, 'licenses', { id: { in: ids } })) as unknown as License[]
  const reached = new Map(licenses.map((license) => [String(license.id), reachedBy(license)]))
  return docs.filter(({ license, sequence }) => {
    const number = reached.get(String(idOf(license as Id | null)))
    return number !== undefined && Number(sequence) > number
  })
}

/** Whatever was bought has reached its license. */
export const hasReached: Inspect = async (audit, docs) =>
  (await waitingPurchases(audit, docs))
    .filter(({ createdAt }) => !isUnderWay(audit, createdAt))
    .map(({ id, sequence }) => ({
      id,
      message: `Purchase ${String(sequence)} has not reached its license.`,
    }))
