import { startMongo } from '../support/startMongo'
import { startPostgres } from '../support/startPostgres'

export type Engine = 'mongodb' | 'postgres' | 'sqlite'

/** A database for the run; `uri` is empty for a file in the data folder. */
export type SoakDatabase = { uri: string; stop: () => Promise<void> }

type Server = { uri: (database: string) => string; stop: () => Promise<void> }

const onServer = async (starting: Promise<Server | string>): Promise<SoakDatabase> => {
  const server = await starting
  if (typeof server === 'string') throw new Error(server)
  return { uri: server.uri('soak'), stop: server.stop }
}

export const soakDatabases: Record<Engine, () => Promise<SoakDatabase>> = {
  mongodb: () => onServer(startMongo()),
  postgres: () => onServer(startPostgres()),
  sqlite: async () => ({ uri: '', stop: async () => {} }),
}
