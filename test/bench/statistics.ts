import type { Contenders } from './contenders'
import type { ManyLicenses } from './manyLicenses'
import type { Workload } from './report'

const ROUND = 5

const authorized = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

/** Asks one after another, so that the time of one answer is what counts; answers a second. */
const inTurn = async (asks: (() => Promise<unknown>)[]): Promise<number> => {
  const start = performance.now()
  for (let round = 0; round < ROUND; round += 1) for (const ask of asks) await ask()
  return (ROUND * 1_000) / (performance.now() - start)
}

const read = async (url: string, init?: RequestInit): Promise<unknown> => {
  const response = await fetch(url, init)
  const body = await response.text()
  if (!response.ok) throw new Error(`${url}: ${response.status} ${body}`)
  return JSON.parse(body)
}

/** What a naive host can ask of plain Payload: a count for each figure, sums not at all. */
const plainCounts = (): string[] => {
  const states = ['created', 'deployed', 'in_use', 'renewed', 'expired', 'suspended', 'terminated']
  const types = ['enterprise', 'professional', 'addon']
  return [
    ...states.map((state) => `where[state][equals]=${state}`),
    ...types.map((type) => `where[productType][equals]=${type}`),
    ...[30, 60, 90].map((days) => {
      const until = new Date(Date.now() + days * 86_400_000).toISOString()
      return `where[expiresAt][greater_than]=${new Date().toISOString()}&where[expiresAt][less_than]=${until}`
    }),
  ]
}

/** F5: the figures of the dashboard over 200,000 licenses. */
export const statistics = (
  { limit, ours, plain, tokens }: Contenders,
  many: ManyLicenses,
): Workload => ({
  id: 'F5',
  unit: 'answers/s',
  target: 0.85,
  measure: {
    ours: async () => {
      await many.ours()
      const url = `${ours.url}/api/v1/stats/overview`
      return inTurn([() => read(url, authorized(tokens.staff))])
    },
    limit: async () => {
      await many.ours()
      return inTurn([() => read(`${limit.url}/overview`)])
    },
    plain: async () => {
      await many.plain()
      const url = `${plain.url}/api/licenses/count?`
      return inTurn(
        plainCounts().map((query) => () => read(`${url}${query}`, authorized(tokens.plain))),
      )
    },
  },
})
