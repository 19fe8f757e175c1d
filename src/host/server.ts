import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { RequestHandler } from 'express'
import { getPayload, type Payload } from 'payload'

import { startWorker } from '../../jobs/startWorker'
import { createApp } from './server/createApp'
import type { Environment } from './environment'
import { hostConfig } from './hostConfig'
import { settleRecoveries } from '../operations/accounts/recoverLater'
import { seedDemo, type DemoUser } from './seed/seedDemo'
import { seedHistory } from './seed/seedHistory'
import { closable } from './server/closeServer'
import { createLogger } from './server/logger'
import { createMetrics } from './server/metrics'
import { createReadiness } from './server/readiness'

/** Everything; without the pages, for nodes that serve the API only; the jobs alone. */
export type Mode = 'api' | 'full' | 'worker'

export type Host = {
  /** Where it answers; absent in a worker. */
  address?: AddressInfo
  demoUsers: DemoUser[]
  /** Finishes what is under way, requests and jobs, and closes the database. */
  stop: () => Promise<void>
  fail: (error: unknown) => void
}

/** Where Next finds its app. */
const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Starts the host app: migrates the database, loads the demo where wanted, then listens. */
export const startHost = async (settings: Environment, mode: Mode): Promise<Host> => {
  const logger = createLogger(settings.logLevel)
  // One request's forgotten promise must not take the others' server away.
  process.on('unhandledRejection', (error) => {
    logger.error({ err: error, msg: 'A promise was left without anyone to handle its failure.' })
  })
  const preparing = mode === 'full' ? preparePages() : undefined
  const config = await hostConfig(settings)
  // Payload brings a pino of its own, with types of its own.
  const payload = await getPayload({ config: { ...config, logger: logger as never } })
  const demoUsers = settings.demo ? await loadDemo(payload, settings.demoPassword) : []
  const readiness = createReadiness()
  const server = mode === 'worker' ? undefined : createServer()
  if (server) {
    const pages = await preparing
    const metrics = createMetrics()
    const app = { payload, settings: settings.http, logger, metrics, readiness, pages }
    server.on('request', createApp(app))
  }
  const http = server && closable(server)
  if (server) await listen(server, settings)
  const worker = mode === 'worker' || settings.worker ? startWorker(payload) : undefined
  return {
    address: server?.address() as AddressInfo | undefined,
    demoUsers,
    fail: (error) => logger.fatal({ err: error, msg: 'Stopped with an error.' }),
    stop: async () => {
      readiness.state = 'stopping'
      logger.info('Stopping: finishing the requests and jobs under way.')
      await Promise.all([http?.close(), worker?.stop()])
      await settleRecoveries(payload)
      await payload.destroy()
    },
  }
}

/** Next, on what `next build` made of `src/app`. */
const preparePages = async (): Promise<RequestHandler> => {
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: source })
  await app.prepare()
  const handle = app.getRequestHandler()
  return (request, response) => handle(request, response)
}

const loadDemo = async (payload: Payload, password: string): Promise<DemoUser[]> => {
  const { users } = await seedDemo(payload, { password })
  await seedHistory(payload, new Date(), (line) => payload.logger.info(line))
  return users
}

const listen = (server: Server, { host, port }: Environment): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
