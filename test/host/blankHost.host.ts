import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'

import { openBrowser } from '../e2e/openBrowser'
import { startPostgres, type TestPostgres } from '../support/startPostgres'
import { makeHostApp, type HostApp } from './hostApp'
import { approveOrder, logInAsPartner, placeOrder, registerFirstUser, visit } from './hostBrowser'
import { installPackage, installPayload, packPackage } from './installHost'
import { openShop, PASSWORD, sellLicenses, type Send } from './template/src/channelStory'

const MINUTES = 60_000
const ID = /^PRO-\d{6}-\d{6}$/

let app: HostApp
let tarball: Awaited<ReturnType<typeof packPackage>>
let postgres: TestPostgres
let browser: Browser
const next = 'node_modules/next/dist/bin/next'

beforeAll(async () => {
  app = await makeHostApp()
  tarball = await packPackage()
  await installPayload(app)
  postgres = await startPostgres()
  browser = await openBrowser()
}, 20 * MINUTES)

afterAll(async () => {
  await browser?.close()
  await postgres?.stop()
  await tarball?.remove()
  await app?.remove()
}, MINUTES)

const sendTo =
  (url: string): Send =>
  async (method, path, body, token) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `JWT ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }

const ownerOf = async (send: Send): Promise<string> => {
  const login = { email: 'owner@host.test', password: PASSWORD }
  return (await send('POST', '/users/login', login)).body.token
}

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
      const server = await app.serve([next, 'start'], database)
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
      const server = await app.serve([next, 'dev'], database)
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

describe('hosts of many kinds', () => {
  it.each([
    'sqlite, numbers as IDs',
    'sqlite, UUIDs',
    'sqlite, users with texts as IDs',
    'sqlite, routes and an address of its own',
    'sqlite, localization and drafts',
    'sqlite, users under another name',
    'postgres, numbers as IDs',
    'postgres, UUIDs',
  ])(
    'sell licenses: %s',
    async (variant) => {
      const name = variant.replaceAll(/\W+/g, '_').toLowerCase()
      const uri = variant.startsWith('postgres')
        ? postgres.uri(name)
        : `file:${app.folder}/${name}.db`
      const said = await app.execute('npx', ['payload', 'run', 'src/playHeadless.ts'], {
        DATABASE_URI: uri,
        HOST_VARIANT: variant,
      })
      expect(said).toMatch(/LICENSES \["PRO-\d{6}-\d{6}","PRO-\d{6}-\d{6}"\]/)
    },
    5 * MINUTES,
  )
})
