import type { Contenders } from './contenders'
import { drive } from './load'
import type { ManyLicenses } from './manyLicenses'
import type { Workload } from './report'

/** F3: the first page of a partner's licenses of 200,000, by state, the soonest to expire first. */
export const listLicenses = (
  { limit, ours, plain, tokens }: Contenders,
  many: ManyLicenses,
  seconds: number,
): Workload => {
  const ask = async (url: string, path: string, token?: string): Promise<number> =>
    (await drive(url, [{ method: 'GET', path }], seconds, token)).perSecond
  const query = 'limit=10&sort=expiresAt&where[state][equals]=in_use'
  return {
    id: 'F3',
    unit: 'pages/s',
    target: 0.3,
    measure: {
      ours: async () => {
        await many.ours()
        return ask(ours.url, `/api/v1/licenses?${query}`, tokens.partner)
      },
      limit: async () => ask(limit.url, `/licenses?partner=${await many.ours()}`),
      plain: async () => {
        await many.plain()
        const path = `/api/licenses?depth=0&${query}&where[partner][equals]=P0`
        return ask(plain.url, path, tokens.plain)
      },
    },
  }
}
