import type { Id } from '../idOf'

export type Candidate = { id: Id; name: string; region?: null | string; active?: boolean | null }

/** `load`: how many deployments are scheduled for an engineer or in progress. */
export type Loaded = Candidate & { load: number }

/**
 * Who may be asked to deploy in a region: its active engineers, or any active one where it has none.
 * Without a region everybody counts.
 */
export const candidatesIn = <T extends Candidate>(engineers: T[], region: null | string): T[] => {
  const active = engineers.filter((engineer) => engineer.active === true)
  const local = active.filter((engineer) => region !== null && engineer.region === region)
  return local.length > 0 ? local : active
}

/**
 * The one with the least to do; of equals the first by name, then by ID, so that the choice can be
 * foretold. `null` when there is nobody.
 */
export const leastLoaded = (candidates: Loaded[]): Loaded | null =>
  candidates.reduce<Loaded | null>(
    (best, one) => (best === null || comesBefore(one, best) ? one : best),
    null,
  )

const comesBefore = (a: Loaded, b: Loaded): boolean => {
  if (a.load !== b.load) return a.load < b.load
  if (a.name !== b.name) return a.name < b.name
  return String(a.id) < String(b.id)
}
