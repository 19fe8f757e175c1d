import type { Request } from 'autocannon'

import type { Contenders } from './contenders'
import { queryRows } from './engines'
import { drive, post } from './load'
import type { Workload } from './report'

/** F6: licenses judged by their ID over HTTP, 8 at once. */
export const validateLicenses = (contenders: Contenders, seconds: number): Workload => {
  const { limit, ours, plain, tokens, uris } = contenders
  const ask = async (url: string, path: string): Promise<number> => {
    const licenses = await queryRows(uris.ours, 'SELECT license_id FROM licenses LIMIT 20')
    const requests = licenses.map(({ license_id: licenseId }): Request => ({
      method: 'POST',
      path,
      body: JSON.stringify({ licenseId, workspaces: 1, users: 1 }),
    }))
    return (await drive(url, requests, seconds)).perSecond
  }
  return {
    id: 'F6 validate',
    unit: 'licenses/s',
    target: 0.4,
    measure: {
      ours: () => ask(ours.url, '/api/v1/licenses/validate'),
      limit: () => ask(limit.url, '/validate'),
      plain: async () => {
        await post(`${plain.url}/api/issue`, { count: 1 })
        const [license] = await queryRows(uris.plain, 'SELECT license_id FROM licenses LIMIT 1')
        const path = `/api/licenses?depth=0&limit=1&where[licenseId][equals]=${String(license?.license_id)}`
        const requests: Request[] = [{ method: 'GET', path }]
        return (await drive(plain.url, requests, seconds, tokens.plain)).perSecond
      },
    },
  }
}
