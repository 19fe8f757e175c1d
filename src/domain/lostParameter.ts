/** What Payload's parser of queries reads, the rest being dropped. */
const MOST = 1_000

/**
 * What the parser of queries leaves out without a word, so that a condition would count as none: names
 * that every object has, such as `__proto__`, and whatever stands behind so many others.
 * @returns the path as errors tell it, e.g. `where.__proto__`
 */
export const lostParameter = (parameters: URLSearchParams): string | undefined => {
  let count = 0
  for (const name of parameters.keys()) {
    const segments = name.split(/[[\]]+/).filter(Boolean)
    const lost = segments.findIndex((one) => Object.hasOwn(Object.prototype, one))
    if (lost >= 0) return segments.slice(0, lost + 1).join('.')
    count += 1
    if (count > MOST) return segments.join('.')
  }
  return undefined
}
