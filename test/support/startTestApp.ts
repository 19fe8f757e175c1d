import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

import { getPayload, type Payload } from 'payload'

import { createApp } from '../../src/host/server/createApp'
import { environment } from '../../src/host/environment'
import { hostConfig } from '../../src/host/hostConfig'
import type { ChannelPluginOptions } from '../../src/options'

export type TestApp = {
  payload: Payload
  /** `http://127.0.0.1:PORT` */
  url: string
  dataDir: string
  stop: () => Promise<void>
}

/** Tests try more often than people do; those about limits set their own. */
const unlimited = Object.fromEntries(
  [
    'LOGIN',
    'ACCOUNT',
    'RECOVERY',
    'RECOVERY_OF_ACCOUNT',
    'PUBLIC',
    'USAGE',
    'VALIDATE',
    'UNKNOWN_LICENSES',
  ].map((name) => [`RATE_LIMIT_${name}`, '1000000']),
)

/** The host app on a database of its own and a free port of the loopback interface. */
export const startTestApp = async (
  options: ChannelPluginOptions = {},
  variables: Record<string, string> = {},
): Promise<TestApp> => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'channel-'))
  const settings = environment({
    NODE_ENV: 'test',
    PAYLOAD_SECRET: 'a-secret-for-tests-only',
    DATABASE_URI: databaseOfItsOwn(path.basename(dataDir)),
    DATA_DIR: dataDir,
    ...unlimited,
    ...variables,
  })
  const config = await hostConfig(settings, options)
  const payload = await getPayload({ config, key: dataDir })
  const server = createServer(createApp({ payload, cacheKey: dataDir, settings: settings.http }))
  // Its client shares the process: after a long computation it would send on a closed connection.
  server.keepAliveTimeout = 600_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    await new Promise((resolve) => server.close(resolve))
    await payload.destroy()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { payload, url: `http://127.0.0.1:${port}`, dataDir, stop }
}

/** `TEST_DATABASE_URI` names a server, with `{database}` for the name; unset means a SQLite file. */
const databaseOfItsOwn = (name: string): string | undefined =>
  process.env.TEST_DATABASE_URI?.replace('{database}', name.replaceAll('-', '_').toLowerCase())
