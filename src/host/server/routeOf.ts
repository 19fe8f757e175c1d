import type { PayloadRequest } from 'payload'

const UNKNOWN = '/api/*'
/** More than there are routes; a backstop for the number of time series. */
const MOST = 1_000
const seen = new Set<string>()

/**
 * The pattern of the route that answered, e.g. `/api/orders/:id`, for metrics and logs: what varies
 * between requests is replaced by its parameter's name, and what matched no route is one pattern.
 */
export const routeOf = (
  { method, routeParams, url }: Pick<PayloadRequest, 'method' | 'routeParams' | 'url'>,
  status: number,
): string => {
  const params = Object.entries(routeParams ?? {}).filter(([name]) => !fixed.has(name))
  const matched = params.length > 0 || (status !== 404 && status !== 501)
  if (!routeParams || !matched || method === 'OPTIONS') return UNKNOWN
  const names = new Map(params.flatMap(([name, value]) => [value].flat().map((v) => [v, name])))
  const route = new URL(url ?? '').pathname
    .split('/')
    .map((segment) => {
      const name = names.get(decodeURIComponent(segment))
      return name === undefined ? segment : `:${name}`
    })
    .join('/')
  if (!seen.has(route) && seen.size >= MOST) return UNKNOWN
  seen.add(route)
  return route
}

/** Payload adds these to the parameters; they are part of the pattern. */
const fixed = new Set(['collection', 'global'])
