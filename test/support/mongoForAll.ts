import { startMongo, type TestMongo } from './startMongo'

declare global {
  var mongoForAll: TestMongo | undefined
}

/** Tells `.config/runTests.js` that there is nothing to run the tests on. */
const NOTHING_TO_RUN_ON = 77

/** One server for a whole test run; each test app has a database of its own in it. */
export default async (): Promise<void> => {
  const server = await startMongo()
  if (typeof server === 'string') {
    process.stdout.write(`\n*** The tests on MongoDB are SKIPPED. ${server}\n\n`)
    process.exit(NOTHING_TO_RUN_ON)
  }
  process.stdout.write(`On ${server.name}\n`)
  globalThis.mongoForAll = server
  process.env.TEST_DATABASE_URI = server.uri('{database}')
}
