import { capitalNumber } from '../domain/capitalNumber'
import type { SlugKey } from '../slugs'
import { isUnique } from './records/isUnique'
import type { Inspect } from './audit'

/** What Payload puts behind a value that a copy may not share with its original. */
const OF_A_COPY = / - Copy$/

/** A number is as it was given out, or nobody finds what has it; a copy once had its original's. */
export const isAsGiven =
  (field: string): Inspect =>
  (_audit, docs) =>
    docs.flatMap(({ id, [field]: value }) => {
      if (typeof value !== 'string') return []
      const [isCopy, isFound] = [OF_A_COPY.test(value), capitalNumber(value) === value]
      if (!isCopy && isFound) return []
      const remedy = isCopy
        ? 'it is a copy that nobody ordered: delete it, or terminate it if it was handed out.'
        : 'nobody finds it by it: write it in capital letters, without blanks.'
      return [{ id, message: `${field} is "${value}", ${remedy}` }]
    })

const SHARED =
  'has the same key for its reports of usage: rotate the key of the one that is a copy.'

/** No two licenses are reported on with one key, whose hash the report does not show. */
export const hasItsOwnKey =
  (of: SlugKey): Inspect =>
  async (audit, docs) => {
    const remarks = await isUnique(of, 'usageKeyHash')(audit, docs)
    return remarks.map(({ id, message }) => ({
      id,
      message: `${/is that of (.+) as well/.exec(message)?.[1]} ${SHARED}`,
    }))
  }
