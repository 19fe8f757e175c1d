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
