import { readFileSync } from 'node:fs'

const { jest } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** The tests that go through a database, on a server that speaks MongoDB's protocol. */
export default {
  ...jest,
  rootDir: '..',
  globalSetup: '<rootDir>/test/support/mongoForAll.ts',
  globalTeardown: '<rootDir>/test/support/stopMongoForAll.ts',
  testMatch: [
    '<rootDir>/test/{collections,endpoints,hooks,integrity,jobs,operations}/**/*.test.ts',
    '<rootDir>/test/guest/{channelRoles,clashes,sameAnswers,oddIds,upgrade}.test.ts',
    '<rootDir>/test/host/database/mongodbAdapter.test.ts',
    '<rootDir>/test/processes/{concurrency,crash}.test.ts',
  ],
  // The default leaves out what can run here only.
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 180_000,
}
