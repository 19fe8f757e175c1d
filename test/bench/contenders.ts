import { orderBody } from './catalog'
import type { Engine } from './engines'
import { post } from './load'
import { startServer, type Server } from './startServer'

/** The three servers that are compared, who may ask them, and where their data is. */
export type Contenders = {
  ours: Server
  limit: Server
  plain: Server
  tokens: { partner: string; staff: string; plain: string }
  uris: { ours: string; plain: string }
  stop: () => Promise<void>
}

const password = 'demo-Password-1'

const logIn = async (url: string, body: object): Promise<string> =>
  (await post<{ token: string }>(url, body)).token

type Placed = { order: { id: string } }

/** The limit copies what ours wrote, so that ours comes first and writes one of each. */
export const startContenders = async (engine: Engine): Promise<Contenders> => {
  const uris = { ours: engine.uri('ours'), plain: engine.uri('plain') }
  const servers: Server[] = []
  const start = async (file: string, uri: string): Promise<Server> => {
    const server = await startServer(file, uri)
    servers.push(server)
    return server
  }
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()))
  }
  try {
    const ours = await start('oursServer.ts', uris.ours)
    const partnerLogin = `${ours.url}/api/v1/auth/partner-login`
    const partner = await logIn(partnerLogin, { username: 'northwind', password })
    const staff = await logIn(`${ours.url}/api/users/login`, { email: 'sales@demo.test', password })
    const orders = `${ours.url}/api/v1/partners/orders`
    const { order } = await post<Placed>(orders, orderBody(1), partner)
    await post(`${ours.url}/api/v1/orders/${order.id}/approve`, {}, staff)
    await post(orders, orderBody(1), partner)
    const limit = await start('limitServer.ts', uris.ours)
    const plain = await start('plainServer.ts', uris.plain)
    const plainUser = { email: 'bench@plain.test', password }
    const plainToken = await logIn(`${plain.url}/api/users/login`, plainUser)
    return { ours, limit, plain, tokens: { partner, staff, plain: plainToken }, uris, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
