import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'

import { openBrowser } from '../e2e/openBrowser'
import { startMongo, type TestMongo } from '../support/startMongo'
import { startPostgres, type TestPostgres } from '../support/startPostgres'
import { makeHostApp, type HostApp } from './hostApp'
import { approveOrder, logInAsPartner, placeOrder, registerFirstUser, visit } from './hostBrowser'
import { ownerOf, pageWithStyles, sendTo } from './hostRequests'
import { installPackage, installPayload, packPackage } from './installHost'
import { openShop, registerFirst, sellLicenses } from './template/src/channelStory'

const MINUTES = 60_000
const ID = /^PRO-\d{6}-\d{6}$/

let app: HostApp
let tarball: Awaited<ReturnType<typeof packPackage>>
let postgres: TestPostgres
let mongo: TestMongo | string
let browser: Browser
const next = 'node_modules/next/dist/bin/next'
/** Where a development server is asked from, it wants to know of. */
const here = ['-H', '127.0.0.1']

beforeAll(async () => {
  app = await makeHostApp()
  tarball = await packPackage()
  await installPayload(app)
  postgres = await startPostgres()
  mongo = await startMongo()
  browser = await openBrowser()
}, 20 * MINUTES)

afterAll(async () => {
  await browser?.close()
  await postgres?.stop()
  if (typeof mongo === 'object') await mongo.stop()
  await tarball?.remove()
  await app?.remove()
}, MINUTES)

describe('a blank Payload app that installs the package', () => {
  it(
    'sells its first license in the browser, after types, import map, migration and build',
    async () => {
      const began = Date.now()
      const database = { DATABASE_URI: postgres.uri('blank') }
      await installPackage(app, tarball.file)
      const payload = (...args: string[]) => app.execute('npx', ['payload', ...args], database)
      await payload('generate:types')
      await payload('generate:importmap')
      await payload('migrate:create', 'initial')
      await payload('migrate')
      await app.execute(process.execPath, [next, 'build'], database)
      const server = await app.serve([next, 'start', ...here], database)
      try {
        const owner = await visit(browser)
        await registerFirstUser(owner.page, server.url)
        const send = sendTo(server.url)
        await openShop(send, await ownerOf(send), 'users')
        const partner = await visit(browser)
        await logInAsPartner(partner.page, server.url)
        const order = await placeOrder(partner.page, server.url)
        expect(await approveOrder(owner.page, order)).toMatch(ID)
        expect([...owner.complaints, ...partner.complaints]).toEqual([])
      } finally {
        await server.stop()
      }
      const seconds = Math.round((Date.now() - began) / 1000)
      process.stdout.write(`From npm install of the package to the first license: ${seconds} s\n`)
    },
    20 * MINUTES,
  )

  it(
    'finds nothing that is `any`, and no error in its types, however it resolves modules',
    async () => {
      for (const kind of ['bundler', 'nodenext']) {
        const said = await app
          .execute('npx', ['tsc', '-p', `tsconfig.${kind}.json`])
          .catch(({ message }: Error) => message)
        // Declarations of Payload's own dependencies have errors of their own.
        const ours = said
          .split('\n')
          .filter((line) => /^(src|node_modules\/payload-channel)\//.test(line))
        expect([kind, ours]).toEqual([kind, []])
      }
    },
    10 * MINUTES,
  )

  it(
    'sells licenses under `next dev`, on SQLite',
    async () => {
      const database = { DATABASE_URI: `file:${app.folder}/dev.db` }
      await app.execute('rm', ['-rf', 'src/migrations'])
      await app.execute('npx', ['payload', 'migrate:create', 'initial'], database)
      await app.execute('npx', ['payload', 'migrate'], database)
      const server = await app.serve([next, 'dev', ...here], database)
      try {
        const { complaints, page } = await visit(browser)
        await registerFirstUser(page, server.url)
        const send = sendTo(server.url)
        const owner = await ownerOf(send)
        await openShop(send, owner, 'users')
        expect(await sellLicenses(send, owner)).toEqual([
          expect.stringMatching(ID),
          expect.stringMatching(ID),
        ])
        expect(complaints).toEqual([])
      } finally {
        await server.stop()
      }
    },
    10 * MINUTES,
  )
})

const uriOf = (engine: string, name: string): string => {
  if (engine === 'postgres') return postgres.uri(name)
  if (engine === 'sqlite') return `file:${app.folder}/${name}.db`
  if (typeof mongo === 'string') throw new Error(mongo)
  return mongo.uri(name)
}

describe('hosts of many kinds', () => {
  it(
    'sell licenses from the standalone server of a build, whose panel has its styles',
    async () => {
      const database = { DATABASE_URI: `file:${app.folder}/standalone.db` }
      await app.execute('npx', ['payload', 'migrate'], database)
      const output = { ...database, HOST_OUTPUT: 'standalone' }
      await app.execute(process.execPath, [next, 'build'], output)
      await app.completeStandalone()
      const server = await app.serve(['.next/standalone/server.js'], output)
      try {
        const send = sendTo(server.url)
        const owner = await registerFirst(send, 'users')
        await openShop(send, owner, 'users')
        expect(await sellLicenses(send, owner)).toHaveLength(2)
        const { html, sheets, status } = await pageWithStyles(server.url, '/admin', owner)
        expect([status, html.includes('channel-home')]).toEqual([200, true])
        expect(sheets.map((sheet) => sheet.status)).toEqual(sheets.map(() => 200))
        expect(sheets.some(({ text }) => text.includes('.channel-home'))).toBe(true)
      } finally {
        await server.stop()
      }
    },
    10 * MINUTES,
  )

  it.each([
    'sqlite, numbers as IDs',
    'sqlite, UUIDs',
    'sqlite, users with texts as IDs',
    'sqlite, routes and an address of its own',
    'sqlite, localization and drafts',
    'sqlite, users under another name',
    'postgres, numbers as IDs',
    'postgres, UUIDs',
    'mongodb',
  ])(
    'sell licenses: %s',
    async (variant) => {
      const name = variant.replaceAll(/\W+/g, '_').toLowerCase()
      const said = await app.execute('npx', ['payload', 'run', 'src/playHeadless.ts'], {
        DATABASE_URI: uriOf(variant.split(',')[0] ?? '', name),
        HOST_VARIANT: variant,
      })
      expect(said).toMatch(/LICENSES \["PRO-\d{6}-\d{6}","PRO-\d{6}-\d{6}"\]/)
    },
    5 * MINUTES,
  )
})
