import { randomUUID } from 'node:crypto'

import { startPostgres } from './startPostgres'

export type ProcessEngine = { variables: Record<string, string>; stop: () => Promise<void> }

type Row = readonly [name: string, start: () => Promise<ProcessEngine>, share: number]

const sqlite: Row = ['SQLite', async () => ({ variables: {}, stop: async () => {} }), 1]

const postgres: Row = [
  'PostgreSQL',
  async () => {
    const { stop, uri } = await startPostgres()
    return { variables: { DATABASE_URI: uri('shop') }, stop }
  },
  1 / 4,
]

const mongodb = (server: string): Row => [
  'MongoDB',
  async () => {
    const DATABASE_URI = server.replace('{database}', `shop_${randomUUID().slice(0, 8)}`)
    return { variables: { DATABASE_URI }, stop: async () => {} }
  },
  1 / 4,
]

const server = process.env.TEST_DATABASE_URI ?? ''

/**
 * What tests run on that start several processes, with the share of a long test that each gets: the
 * server of the run where it speaks MongoDB's protocol, else the two that npm brings along.
 */
export const processEngines: Row[] = server.startsWith('mongodb')
  ? [mongodb(server)]
  : [sqlite, postgres]
