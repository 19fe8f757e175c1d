import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getPayload } from 'payload'

import { createApp } from '../../src/host/server/createApp'
import { environment } from '../../src/host/environment'
import { hostConfig } from '../../src/host/hostConfig'

/** The headless app on a free port, by the settings in the environment; prints its address. */
const config = await hostConfig(environment(process.env))
const payload = await getPayload({ config })
payload.logger.level = 'silent'
const server = createServer(createApp({ payload }))
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`listening http://127.0.0.1:${port}\n`)
})
