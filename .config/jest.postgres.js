import { readFileSync } from 'node:fs'

const { jest } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** The tests that go through a database, on a real PostgreSQL. */
export default {
  ...jest,
  rootDir: '..',
  globalSetup: '<rootDir>/test/support/postgresForAll.ts',
  globalTeardown: '<rootDir>/test/support/stopPostgresForAll.ts',
  testMatch: [
    '<rootDir>/test/{collections,endpoints,hooks,integrity,jobs,operations}/**/*.test.ts',
    '<rootDir>/test/guest/{channelRoles,clashes,sameAnswers,oddIds,upgrade}.test.ts',
  ],
}
