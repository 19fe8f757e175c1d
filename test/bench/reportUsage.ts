import { randomUUID } from 'node:crypto'

import type { Request } from 'autocannon'

import type { Contenders } from './contenders'
import { expectBetween, queryRows } from './engines'
import { CONNECTIONS, drive, post } from './load'
import type { Workload } from './report'

const BODY = JSON.stringify({ workspaces: 3, users: 40 })
const LICENSES = `SELECT license_id FROM licenses ORDER BY license_id LIMIT 20`
const COUNTS = `SELECT (SELECT count(*) FROM usage_reports) AS reports,
  (SELECT COALESCE(sum(reports), 0) FROM usage_days) AS counted`

/** F6: usage reports of 20 licenses over HTTP, 8 at once: written, rolled up, and the latest known. */
export const reportUsage = (contenders: Contenders, seconds: number): Workload => {
  const { limit, ours, plain, tokens, uris } = contenders
  const counts = async (): Promise<{ reports: number; counted: number }> => {
    const [row] = await queryRows(uris.ours, COUNTS)
    return { reports: Number(row?.reports), counted: Number(row?.counted) }
  }
  /** Each request is another license's: on one connection or another. */
  const inTurn = (requests: Request[]): Request[] => {
    let turn = 0
    return [
      { setupRequest: (request) => ({ ...request, ...requests[(turn += 1) % requests.length] }) },
    ]
  }
  const send = async (url: string, requests: Request[]): Promise<number> => {
    const before = await counts()
    const { done, perSecond } = await drive(url, inTurn(requests), seconds)
    const after = await counts()
    const reports = after.reports - before.reports
    expectBetween('reports', reports, done, done + 2 * CONNECTIONS)
    expectBetween('counted reports', after.counted - before.counted, reports, reports)
    return perSecond
  }
  const ids = async () =>
    (await queryRows(uris.ours, LICENSES)).map(({ license_id }) => String(license_id))
  let keyed: Promise<Request[]> | undefined
  const withKeys = async (): Promise<Request[]> => {
    const requests: Request[] = []
    for (const id of await ids()) {
      const path = `/api/v1/licenses/${id}/usage`
      const { key } = await post<{ key: string }>(`${ours.url}${path}-key`, {}, tokens.staff)
      const headers = { 'content-type': 'application/json', authorization: `License ${key}` }
      requests.push({ method: 'POST', path, headers, body: BODY })
    }
    return requests
  }
  return {
    id: 'F6 usage',
    unit: 'reports/s',
    target: 0.25,
    measure: {
      ours: async () => send(ours.url, await (keyed ??= withKeys())),
      limit: async () => {
        const requests = (await ids()).map((licenseId): Request => ({
          method: 'POST',
          path: '/usage',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ licenseId, workspaces: 3, users: 40 }),
        }))
        return send(limit.url, requests)
      },
      plain: () => reportPlain(plain.url, uris.plain, seconds, tokens.plain),
    },
  }
}

/** What a naive host asks of its client: the report, then the license's latest usage. */
const reportPlain = async (
  url: string,
  uri: string,
  seconds: number,
  token: string,
): Promise<number> => {
  await post(`${url}/api/issue`, { count: 20 })
  const licenses = await queryRows(uri, 'SELECT id FROM licenses ORDER BY id DESC LIMIT 20')
  let turn = 0
  const next = () => licenses[(turn += 1) % licenses.length]?.id
  const requests: Request[] = [
    {
      method: 'POST',
      path: '/api/usage-reports?depth=0',
      setupRequest: (request) => {
        const reportedAt = new Date().toISOString()
        const data = { license: next(), workspaces: 3, users: 40, reportedAt }
        return { ...request, body: JSON.stringify({ ...data, reportKey: randomUUID() }) }
      },
    },
    {
      method: 'PATCH',
      setupRequest: (request) => ({
        ...request,
        path: `/api/licenses/${String(next())}?depth=0`,
        body: JSON.stringify({ usage: { workspaces: 3, users: 40 } }),
      }),
    },
  ]
  const { perSecond } = await drive(url, requests, seconds, token)
  return perSecond / requests.length
}
