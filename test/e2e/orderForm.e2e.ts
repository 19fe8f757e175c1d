import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import { layoutFaults } from './layoutFaults'
import { logIn, openBrowser, photograph, type Visitor } from './openBrowser'
import { startServer, type Server } from './startServer'

const MINUTES = 60_000

let server: Server
let browser: Browser
let partner: Visitor

/** Two lines with long texts. */
const fillIn = async (page: Page) => {
  const line = page.locator('.channel-line').first()
  await line.locator('[name=sku]').selectOption('ENT-SUITE')
  await line.locator('[name=licenseType]').selectOption('subscription')
  await line.locator('[name=quantity]').fill('100000')
  await line.locator('[name=endUserName]').fill('Wide World Importers')
  await line.locator('.channel-line__buttons button').first().click()
  await page.locator('.channel-line').nth(1).waitFor()
}

const open = async (page: Page) => {
  await page.goto(`${server.url}/admin/collections/orders/create`)
  await page
    .locator('.channel-line [name=sku] option[value=ENT-SUITE]')
    .waitFor({ state: 'attached' })
  await fillIn(page)
}

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  partner = await logIn(browser, server.url, 'northwind')
}, 10 * MINUTES)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
}, MINUTES)

const looks = [390, 1024, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['en', 'zh'] as const).map((language) => ({ width, theme, language })),
  ),
)

describe('the order form', () => {
  it.each(looks)(
    'is readable at $width px, $theme, in $language: wide fields, nothing cut, nothing overlapping',
    async ({ language, theme, width }) => {
      const { page } = partner
      await page.setViewportSize({ width, height: 900 })
      await page.context().addCookies([
        { name: 'payload-lng', value: language, url: server.url },
        { name: 'payload-theme', value: theme, url: server.url },
      ])
      await open(page)
      await photograph(page, `order-form-${width}-${theme}-${language}`)
      expect(await layoutFaults(page)).toEqual([])
    },
    MINUTES,
  )

  it(
    'is readable beside the open menu of the panel',
    async () => {
      const { page } = partner
      await page.setViewportSize({ width: 1100, height: 900 })
      await open(page)
      await page.locator('.nav-toggler:visible').first().click()
      await page.locator('.nav--nav-open').waitFor()
      await photograph(page, 'order-form-menu')
      expect(await layoutFaults(page)).toEqual([])
    },
    MINUTES,
  )

  it('leaves the console of the browser clean', () => {
    expect(partner.complaints).toEqual([])
  })
})

/** Passwords in turn, as each is changed to the next. */
const passwords = ['demo-Password-1', 'demo-Password-2', 'demo-Password-3']

const save = async (page: Page) => {
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().includes('/api/users/'),
  )
  await page.locator('#action-save').click()
  const response = await answer
  return { status: response.status(), sent: response.request().postData() ?? '' }
}

const settled = async (page: Page) => {
  await page.locator('#action-save:disabled').waitFor()
}

const isMarked = (page: Page) =>
  page.locator('.field-type.error:has(#field-currentPassword)').waitFor({ state: 'visible' })

/** As a person types, until the form has looked at it with the server's help. */
const type = async (page: Page, field: string, text: string) => {
  await page.locator(field).fill('')
  const seen = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().includes('/account'),
  )
  await page.locator(field).pressSequentially(text, { delay: 20 })
  await seen
}

const showPresent = async (page: Page, password: string) => {
  await type(page, '#field-currentPassword', password)
  await page.locator('.field-type.error:has(#field-currentPassword)').waitFor({ state: 'detached' })
}

describe('the account page', () => {
  it.each([
    [390, 0],
    [1440, 1],
  ])(
    'asks for the present password beside the new one, keeps a refused change and forgets a saved one, at %s px',
    async (width, turn) => {
      const { page } = partner
      const [present, next] = [passwords[turn] as string, passwords[turn + 1] as string]
      await page.setViewportSize({ width, height: 900 })
      await page.context().addCookies([
        { name: 'payload-lng', value: 'en', url: server.url },
        { name: 'payload-theme', value: 'light', url: server.url },
      ])
      await page.goto(`${server.url}/admin/account`)
      await page.locator('#change-password').waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.locator('#field-currentPassword').count()).toBe(0)
      await page.locator('#change-password').click()
      const asked = page.locator('#field-currentPassword')
      await asked.waitFor()
      const confirm = await page.locator('#field-confirm-password').boundingBox()
      const box = await asked.boundingBox()
      const below = (box?.y ?? 0) - (confirm?.y ?? 0) - (confirm?.height ?? 0)
      expect(below).toBeGreaterThan(0)
      expect(below).toBeLessThan(120)
      expect([box?.x, box?.width]).toEqual([confirm?.x, confirm?.width])
      // As a person types: Payload looks at what is typed a moment later.
      for (const field of ['#field-password', '#field-confirm-password'])
        await type(page, field, next)
      await page.locator('#action-save').click()
      await isMarked(page)
      await photograph(page, `account-missing-${width}`)
      await showPresent(page, 'not-the-present-one')
      expect((await save(page)).status).toBe(422)
      await isMarked(page)
      await photograph(page, `account-wrong-${width}`)
      expect(await page.locator('#field-password').inputValue()).toBe(next)
      await showPresent(page, present)
      expect((await save(page)).status).toBe(200)
      await page.locator('#field-password').waitFor({ state: 'detached' })
      await asked.waitFor({ state: 'detached' })
      await settled(page)
      await page.locator('#field-name').fill(`Northwind ${width}`)
      await photograph(page, `account-saved-${width}`)
      const after = await save(page)
      expect(after.status).toBe(200)
      for (const secret of [present, next]) expect(after.sent).not.toContain(secret)
    },
    MINUTES,
  )

  it(
    'asks for it with another e-mail address, and marks it where it is missing',
    async () => {
      const { page } = partner
      await page.goto(`${server.url}/admin/account`)
      await page.locator('#field-email').fill('other@northwind.test')
      await page.locator('#field-currentPassword').waitFor()
      expect((await save(page)).status).toBe(422)
      await isMarked(page)
      await photograph(page, 'account-email')
    },
    MINUTES,
  )
})
