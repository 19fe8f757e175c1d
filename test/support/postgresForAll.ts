import { startPostgres, type TestPostgres } from './startPostgres'

declare global {
  var postgresForAll: TestPostgres | undefined
}

/** One server for a whole test run; each test app has a database of its own in it. */
export default async (): Promise<void> => {
  globalThis.postgresForAll = await startPostgres()
  process.env.TEST_DATABASE_URI = globalThis.postgresForAll.uri('{database}')
}
