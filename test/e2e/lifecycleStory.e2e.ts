import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import { accessibilityFaults, logIn, openBrowser, photograph, type Visitor } from './openBrowser'
import { startServer, type Server } from './startServer'

const MINUTES = 60_000

let server: Server
let browser: Browser
let sales: Visitor
let engineer: Visitor
/** The license that the story is about. */
let licenseUrl: string
let licenseId: string

const next = (page: Page) => page.locator('[data-action=next]').click()
const step = (page: Page, name: string) => page.locator(`[data-step=${name}]`).waitFor()
const badge = (page: Page, state: string) =>
  page.locator(`.channel-head [data-state=${state}]`).waitFor()

/** The document of the engineer that the demo's engineer is. */
const engineerId = async (page: Page): Promise<string> => {
  const where = 'where[email][equals]=engineer@demo.test'
  const response = await page.request.get(`${server.url}/api/engineers?${where}&depth=0`)
  const { docs } = (await response.json()) as { docs: { id: string }[] }
  return String(docs[0]?.id)
}

const loaded = (page: Page) =>
  page.locator('.channel-skeleton').first().waitFor({ state: 'detached' })

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
}, 10 * MINUTES)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
}, MINUTES)

describe('the story of a license', () => {
  it('begins on a page whose figures lead to the licenses that they count', async () => {
    sales = await logIn(browser, server.url, 'sales@demo.test')
    const { page } = sales
    const tile = page.locator('[data-tile=active]')
    const count = await tile.locator('.channel-tile__count').innerText()
    await loaded(page)
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'dashboard')
    await tile.click()
    await page.waitForURL(/collections\/licenses\?.*state/)
    await page.getByText(`of ${count.replaceAll(',', '')}`).waitFor()
  })

  it('is created in one guided form, for a new customer, with its first deployment', async () => {
    const { page } = sales
    const id = await engineerId(page)
    await page.goto(`${server.url}/admin/operations`)
    await next(page)
    await page.getByText('Choose a product.').waitFor()
    await page.locator('[name=sku][value=ENT-SUITE]').check()
    await next(page)
    await page.getByRole('combobox', { name: 'Customer' }).fill('Lucerne Publishing')
    await page.getByRole('option', { name: 'New: Lucerne Publishing' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await next(page)
    await step(page, 'terms')
    await page.locator('[data-preview=licenseId]', { hasText: /^ENT-\d{6}-\d{6}$/ }).waitFor()
    await page.locator('[name=amount]').fill('12000')
    await photograph(page, 'operations-terms')
    await next(page)
    await page.locator('[name=deploys]').check()
    await page.locator(`[name=engineer] option[value="${id}"]`).waitFor({ state: 'attached' })
    await page.locator('[name=engineer]').selectOption(id)
    await next(page)
    await step(page, 'review')
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'operations-review')
    await next(page)
    const title = page.getByRole('heading', { name: /License ENT-\d{6}-\d{6} created/ })
    licenseId = /ENT-\d{6}-\d{6}/.exec(await title.innerText())?.[0] ?? ''
    await page.getByRole('link', { name: 'Open the license' }).click()
    await badge(page, 'created')
    licenseUrl = page.url()
  })

  it('tells on its timeline where it came from', async () => {
    const { page } = sales
    await page.locator('[data-event="purchase.new"]').getByText('$12,000.00').waitFor()
    await page.locator('[data-event="deployment.scheduled"]').waitFor()
    await page.locator('[data-marker=today]').waitFor({ state: 'attached' })
    expect(await page.locator('[data-mark="purchase.new"]').count()).toBe(1)
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'license')
  })

  it('is deployed by the engineer, from the board on the first page', async () => {
    engineer = await logIn(browser, server.url, 'engineer@demo.test')
    const { page } = engineer
    const card = page.locator('.channel-board__card', { hasText: licenseId })
    await card.locator('[data-action=start]').click()
    await page.locator('[data-column=in_progress]').getByText(licenseId).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'board')
    await card.locator('[data-action=complete]').click()
    await card.waitFor({ state: 'detached' })
    await sales.page.goto(licenseUrl)
    await badge(sales.page, 'deployed')
  })

  it('is renewed on its page, where the new expiry shows before it is so', async () => {
    const { page } = sales
    await page.locator('[data-action=purchase]').click()
    const dialog = page.locator('dialog')
    await dialog.locator('[name=durationYears]').fill('2')
    await dialog.locator('[name=users]').fill('50')
    const preview = dialog.locator('[data-preview=expiresAt]')
    const expected = (await preview.innerText()).split('→').at(-1)?.trim() ?? ''
    await dialog.locator('[data-confirm]').click()
    await dialog.getByText('Enter an amount, such as 1200.50.').waitFor()
    await dialog.locator('[name=amount]').fill('21,600.00')
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'purchase-dialog')
    await dialog.locator('[data-confirm]').click()
    await badge(page, 'renewed')
    await page.locator('.channel-head__expiry', { hasText: expected }).waitFor()
  })

  it('is suspended with a reason and resumed', async () => {
    const { page } = sales
    await page.locator('[data-action=suspend]').click()
    await page.locator('dialog [name=reason]').fill('The invoice is not paid.')
    await page.locator('dialog [data-confirm]').click()
    await badge(page, 'suspended')
    await page.locator('.channel-head').getByText('The invoice is not paid.').waitFor()
    const verdict = async () => {
      const url = `${server.url}/api/v1/licenses/validate`
      const answer = await page.request.post(url, { data: { licenseId } })
      return ((await answer.json()) as { code: string }).code
    }
    expect(await verdict()).toBe('SUSPENDED')
    await page.locator('[data-action=resume]').click()
    await page.locator('dialog [data-confirm]').click()
    await badge(page, 'renewed')
    expect(await verdict()).not.toBe('SUSPENDED')
  })

  it('gives out a usage key once', async () => {
    const { page } = sales
    await page.locator('[data-action=usageKey]').click()
    await page.locator('dialog [data-confirm]').click()
    const key = await page.locator('[data-usage-key]').innerText()
    const report = await page.request.post(`${server.url}/api/v1/licenses/${licenseId}/usage`, {
      headers: { authorization: `License ${key}` },
      data: { workspaces: 1, users: 7 },
    })
    expect(report.status()).toBe(202)
    await page.reload()
    expect(await page.getByText(key).count()).toBe(0)
    await page.locator('[data-usage=users]').waitFor({ state: 'attached' })
  })

  it('loses its usage key when that is revoked', async () => {
    const { page } = sales
    await page.locator('[data-action=usageKey]').click()
    await page.locator('dialog [data-action=revokeKey]').click()
    await page.locator('dialog [data-confirm]').click()
    await page.getByText('Usage key revoked').waitFor()
    await page.reload()
    await page.locator('[data-action=usageKey]').click()
    await page.locator('dialog [data-confirm]').waitFor()
    expect(await page.locator('dialog [data-action=revokeKey]').count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  it('is as before once its renewal is undone, with a reason', async () => {
    const { page } = sales
    const path = `${server.url}/api/v1/purchases?where[license.licenseId][equals]=${licenseId}`
    const { docs } = (await (await page.request.get(`${path}&sort=-sequence`)).json()) as {
      docs: { id: string }[]
    }
    await page.goto(`${server.url}/admin/collections/purchases/${docs[0]?.id}`)
    await page.locator('[data-action=reverse]').click()
    await page.locator('dialog [name=reason]').fill('Booked twice.')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('dialog [data-confirm]').click()
    await page.getByText('Purchase undone').waitFor()
    await page.locator('[data-action=reverse]').waitFor({ state: 'detached' })
    await page.goto(licenseUrl)
    await badge(page, 'in_use')
  })

  it('shows how everybody does, as a table that can be sorted', async () => {
    const { page } = sales
    await page.goto(`${server.url}/admin/performance`)
    await page.locator('[data-table=salesReps]').waitFor()
    await page.locator('[data-sort=revenue]').click()
    await page.locator('th[aria-sort=descending]', { hasText: 'Revenue' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'performance')
    await page.locator('[data-choice=engineers]').click()
    await page.locator('[data-table=engineers]').waitFor()
  })

  it('keeps pages from those whom they are not for', async () => {
    const { page } = engineer
    expect(await page.locator('#nav-operations').count()).toBe(0)
    await page.goto(`${server.url}/admin/operations`)
    await page.getByText('Nothing found').waitFor()
    expect(await page.getByRole('heading', { name: 'Operations center' }).count()).toBe(0)
  })

  it('reads as well in Chinese, in the dark and on a narrow screen', async () => {
    const look = { language: 'zh', theme: 'dark', width: 390 } as const
    const { complaints, page } = await logIn(browser, server.url, 'admin@demo.test', look)
    const paths = [
      '/admin',
      new URL(licenseUrl).pathname,
      '/admin/operations',
      '/admin/performance',
    ]
    for (const [index, path] of paths.entries()) {
      await page.goto(`${server.url}${path}`)
      await page.locator('.channel-page, .channel-home').waitFor()
      await loaded(page)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await photograph(page, `lifecycle-zh-dark-narrow-${index}`)
    }
    expect(complaints).toEqual([])
  })

  it('leaves the console of the browser clean', () => {
    const notFound = /404/
    expect(sales.complaints).toEqual([])
    expect(engineer.complaints.filter((text) => !notFound.test(text))).toEqual([])
  })
})
