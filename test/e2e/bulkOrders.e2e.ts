import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import { client, line, type Client, type Json } from '../support/fixtures'
import { accessibilityFaults, logIn, openBrowser, photograph, type Visitor } from './openBrowser'
import { startServer, type Server } from './startServer'

const MINUTES = 60_000
const ORDERS = '/api/v1/partners/orders'

let server: Server
let browser: Browser
let staff: Visitor
let admin: Client
let northwind: Client
let contoso: Client

const as = async (username: string): Promise<Client> => {
  const password = 'demo-Password-1'
  const { body } = await client(server.url).post('/api/users/login', { username, password })
  return client(server.url, body.token)
}

const place = async (who: Client, quantity = 1, submit = true): Promise<Json> => {
  const items = [line({ sku: 'PRO-TEAM', quantity, durationYears: 1 })]
  return (await who.post(ORDERS, { agreementAcknowledged: true, items, submit })).body.order
}

/** The orders that wait, a few on each page. */
const openWaiting = async (page: Page, limit: number) => {
  const waiting = 'where[or][0][and][0][state][equals]=pending_review'
  await page.goto(`${server.url}/admin/collections/orders?${waiting}&limit=${limit}`)
  await page.locator('tbody tr').first().waitFor()
}

const look = (page: Page, width: number, theme: string, language: string) =>
  Promise.all([
    page.setViewportSize({ width, height: 900 }),
    page.context().addCookies([
      { name: 'payload-lng', value: language, url: server.url },
      { name: 'payload-theme', value: theme, url: server.url },
    ]),
  ])

/** What reaches over the edge of the dialog, or is cut. */
const cut = (page: Page) =>
  page
    .locator('dialog.channel-dialog :is(h2, p, dt, dd, li, button)')
    .evaluateAll((parts) =>
      parts.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
    )

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  northwind = await as('northwind')
  contoso = await as('contoso')
  admin = await as('admin@demo.test')
  for (let index = 0; index < 4; index += 1) await place(northwind, index + 1)
  for (let index = 0; index < 2; index += 1) await place(contoso, index + 1)
  staff = await logIn(browser, server.url, 'admin@demo.test')
}, 10 * MINUTES)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
}, MINUTES)

const waitingOrders = async (): Promise<Json[]> =>
  (await admin.get('/api/orders?depth=0&limit=100&where[state][equals]=pending_review')).body.docs

const looks = [390, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['en', 'zh'] as const).map((language) => ({ width, theme, language })),
  ),
)

describe('several orders at once', () => {
  it.each(looks)(
    'are approved after their number and what they come to, at $width px, $theme, in $language',
    async ({ language, theme, width }) => {
      const { page } = staff
      await look(page, width, theme, language)
      await openWaiting(page, 100)
      await page.locator('thead input[type=checkbox]').first().check()
      await page.locator('.channel-bulk [data-action=approve]').click()
      const dialog = page.locator('dialog.channel-dialog')
      const orders = await waitingOrders()
      await dialog.locator('dd').first().waitFor()
      const rows = await dialog.locator('dd').allTextContents()
      expect(rows[0]).toBe(String(orders.length))
      expect(rows.slice(2)).toHaveLength(new Set(orders.map(({ currency }) => currency)).size)
      expect(await cut(page)).toEqual([])
      expect(await accessibilityFaults(page)).toEqual([])
      await photograph(page, `bulk-${width}-${theme}-${language}`)
      await page.keyboard.press('Escape')
      expect(await waitingOrders()).toHaveLength(orders.length)
    },
    MINUTES,
  )

  it(
    'of all pages are those that the filter meets, and one that has changed is told with its figures',
    async () => {
      const { page } = staff
      await look(page, 1440, 'light', 'en')
      const draft = await place(northwind, 1, false)
      const before = await waitingOrders()
      const [other] = before
      await openWaiting(page, 2)
      await page.locator('thead input[type=checkbox]').first().check()
      await page.getByRole('button', { name: /Select all/ }).click()
      await page.getByText(`Selected on all pages: ${before.length}`).waitFor()
      await photograph(page, 'bulk-all-pages')
      await page.locator('.channel-bulk [data-action=approve]').click()
      const dialog = page.locator('dialog.channel-dialog')
      await dialog.locator('li').first().waitFor()
      const listed = await dialog.locator('li span:first-child').allTextContents()
      expect(listed.sort()).toEqual(before.map(({ orderNumber }) => orderNumber).sort())
      // Meanwhile the partner makes more of it.
      const { email } = (await admin.get(`/api/partners/${other.partner}`)).body
      const owner = email.includes('northwind') ? northwind : contoso
      await admin.post(`/api/v1/orders/${other.id}/return`, { reason: 'More of it' })
      const items = [line({ sku: 'PRO-TEAM', quantity: 500, durationYears: 1 })]
      await owner.patch(`${ORDERS}/${other.id}`, { agreementAcknowledged: true, items })
      await admin.post(`/api/v1/orders/${other.id}/submit`, {})
      await dialog.locator('[data-confirm]').click()
      await page
        .getByText(`Approve: ${before.length - 1} of ${before.length} done`)
        .waitFor({ timeout: MINUTES })
      await page.locator('.channel-bulk__failures li').first().waitFor()
      const [refused, ...more] = await page.locator('.channel-bulk__failures li').allTextContents()
      expect(more).toEqual([])
      expect(refused).toMatch(new RegExp(`^${other.orderNumber}: .*Now: .*, licenses: 500$`))
      expect(await accessibilityFaults(page)).toEqual([])
      await photograph(page, 'bulk-result')
      expect((await waitingOrders()).map(({ id }) => id)).toEqual([other.id])
      expect((await admin.get(`/api/orders/${draft.id}?depth=0`)).body.state).toBe('draft')
    },
    2 * MINUTES,
  )

  it('are sent back with one reason, after the same figures', async () => {
    const { page } = staff
    await openWaiting(page, 10)
    await page.locator('tbody input[type=checkbox]').first().check()
    await page.locator('.channel-bulk [data-action=return]').click()
    await page.locator('dialog [name=reason]').fill('Too many')
    await photograph(page, 'bulk-return')
    await page.locator('dialog [data-confirm]').click()
    await page.getByText('Send back: 1 of 1 done').waitFor()
    expect(await waitingOrders()).toEqual([])
  })
})

describe('the order form', () => {
  let partner: Visitor
  let draft: Json
  /** Each makes the draft another one. */
  let changes = 700

  beforeAll(async () => {
    draft = await place(northwind, 3, false)
    partner = await logIn(browser, server.url, 'northwind')
  }, MINUTES)

  const open = async () => {
    await partner.page.goto(`${server.url}/admin/collections/orders/${draft.id}`)
    await partner.page.locator('[data-total=total]').getByText('$').waitFor()
  }
  const raise = async () => {
    const where = 'where[product.sku][equals]=PRO-TEAM&where[licenseType][equals]=subscription'
    const { docs } = (await admin.get(`/api/price-list-items?depth=0&limit=100&${where}`)).body
    for (const { id, unitPrice } of docs)
      await admin.patch(`/api/price-list-items/${id}`, { unitPrice: unitPrice * 2 })
  }

  it.each(looks)(
    'asks about a price that has risen, at $width px, $theme, in $language',
    async ({ language, theme, width }) => {
      const { page } = partner
      await look(page, width, theme, language)
      await open()
      await raise()
      await page.getByRole('checkbox').check()
      await page.getByRole('button', { name: /^(Submit order|提交订单)$/ }).click()
      await page.locator('dialog.channel-dialog').waitFor()
      expect(await cut(page)).toEqual([])
      expect(await accessibilityFaults(page)).toEqual([])
      await photograph(page, `price-changed-${width}-${theme}-${language}`)
      await page.keyboard.press('Escape')
    },
    MINUTES,
  )

  it.each(looks)(
    'tells that somebody else has changed the draft, at $width px, $theme, in $language',
    async ({ language, theme, width }) => {
      const { page } = partner
      await look(page, width, theme, language)
      await open()
      await page.locator('[name=notes]').fill('What was typed here')
      const quantity = (changes += 1)
      const items = [line({ sku: 'PRO-TEAM', quantity, durationYears: 1 })]
      await northwind.patch(`${ORDERS}/${draft.id}`, { agreementAcknowledged: true, items })
      await page.getByRole('button', { name: /^(Save draft|保存草稿)$/ }).click()
      const dialog = page.locator('dialog.channel-dialog')
      await dialog.getByText(/Someone else changed this order|他人已修改此订单/).waitFor()
      expect(await dialog.locator('p').first().textContent()).toContain(String(quantity))
      expect(await page.getByText(/marked fields|标记的字段/).count()).toBe(0)
      expect(await cut(page)).toEqual([])
      expect(await accessibilityFaults(page)).toEqual([])
      await photograph(page, `edit-conflict-${width}-${theme}-${language}`)
      // Going back keeps what was typed; loading shows what is stored.
      await page.keyboard.press('Escape')
      expect(await page.locator('[name=notes]').inputValue()).toBe('What was typed here')
      await page.getByRole('button', { name: /^(Save draft|保存草稿)$/ }).click()
      await dialog.locator('[data-confirm]').click()
      await page.locator(`.channel-line [name=quantity][value="${quantity}"]`).waitFor()
      expect(await page.locator('[name=notes]').inputValue()).toBe('')
    },
    MINUTES,
  )
})
