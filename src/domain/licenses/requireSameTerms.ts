import { ChannelError } from '../errors'
import { idOf } from '../idOf'

type Doc = Record<string, unknown>

const same = (value: unknown): unknown => value ?? null
const link = (value: unknown): unknown => idOf(value as string)
const instant = (value: unknown): unknown =>
  value ? new Date(value as Date | string).getTime() : null

/** What purchases settle, with what makes two values of it the same. */
const settled: [path: string, plain: (value: unknown) => unknown][] = [
  ['product', link],
  ['productType', same],
  ['licenseType', same],
  ['seats', same],
  ['limits.workspaces', same],
  ['limits.users', same],
  ['startsAt', instant],
  ['expiresAt', instant],
]

const at = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Doc | undefined)?.[key], doc)

/**
 * A write of a license that leaves its terms as they are; what it does not say stays.
 * @throws PURCHASE_NEEDED naming the first term that it would change
 */
export const requireSameTerms = (before: Doc, data: Doc): void => {
  for (const [path, plain] of settled) {
    const value = at(data, path)
    if (value !== undefined && plain(value) !== plain(at(before, path)))
      throw new ChannelError('PURCHASE_NEEDED', { path })
  }
}
