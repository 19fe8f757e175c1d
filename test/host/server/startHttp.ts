import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createApp, type AppParts } from '../../../src/host/server/createApp'
import { environment } from '../../../src/host/environment'
import { createLogger } from '../../../src/host/server/logger'
import { createMetrics } from '../../../src/host/server/metrics'
import { startTestApp } from '../../support/startTestApp'

export type HttpApp = Awaited<ReturnType<typeof startHttp>>

/** The whole HTTP side as `npm run start:api` has it, with its log lines kept for looking at. */
export const startHttp = async (
  variables: Record<string, string> = {},
  parts: Partial<AppParts> = {},
) => {
  const base = await startTestApp({}, variables)
  const lines: string[] = []
  const { http } = environment({
    NODE_ENV: 'test',
    PAYLOAD_SECRET: 'a-secret-for-tests-only',
    ...variables,
  })
  const app = createApp({
    payload: base.payload,
    cacheKey: base.dataDir,
    settings: http,
    logger: createLogger('debug', { write: (line) => void lines.push(line) }),
    metrics: createMetrics(),
    ...parts,
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    payload: base.payload,
    lines,
    port,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await base.stop()
    },
  }
}

export const postJson = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
