import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import { formatMoney } from '../../src/domain/money/money'
import { accessibilityFaults, logIn, openBrowser, photograph, type Visitor } from './openBrowser'
import { startServer, type Server } from './startServer'

const MINUTES = 60_000

let server: Server
let browser: Browser
let partner: Visitor
let admin: Visitor
/** The address of the order that the story is about. */
let orderUrl: string

const state = (page: Page, name: string) =>
  page.locator(`.channel-head [data-state=${name}]`).waitFor()

const serverOrder = async (page: Page) => {
  const id = orderUrl.split('/').at(-1)
  const response = await page.request.get(`${server.url}/api/v1/partners/orders/${id}`)
  return ((await response.json()) as { order: { total: number; state: string } }).order
}

/** Fills in the line with this index. */
const fillLine = async (page: Page, index: number, values: Record<string, string>) => {
  const line = page.locator('.channel-line').nth(index)
  await line.locator(`option[value="${values.sku}"]`).waitFor({ state: 'attached' })
  await line.locator('[name=sku]').selectOption(values.sku ?? '')
  await line.locator('[name=licenseType]').selectOption(values.licenseType ?? '')
  await line.locator('[name=quantity]').fill(values.quantity ?? '')
  await line.locator('[name=endUserName]').fill(values.endUserName ?? '')
}

const decide = async (page: Page, action: string, reason?: string) => {
  await page.locator(`.channel-actions [data-action=${action}]`).click()
  if (reason === undefined) return
  await page.locator('dialog [name=reason]').fill(reason)
  await page.locator('dialog [data-confirm]').click()
}

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
}, 10 * MINUTES)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
}, MINUTES)

describe('the story of an order', () => {
  it('lets a partner log in by user name and begin an order with its details filled in', async () => {
    partner = await logIn(browser, server.url, 'northwind')
    await partner.page.getByRole('link', { name: 'Place an order' }).click()
    await partner.page.getByText('Northwind Traders').waitFor()
    await partner.page.getByRole('heading', { level: 1, name: 'New order' }).waitFor()
    expect(await partner.page.getByText('507 20th Ave. E.').count()).toBe(1)
  })

  it('shows the total live, the same that the server then counts, and keeps a draft', async () => {
    const { page } = partner
    const total = page.locator('[data-total=total]')
    await fillLine(page, 0, {
      sku: 'PRO-TEAM',
      licenseType: 'subscription',
      quantity: '1',
      endUserName: 'Wide World Importers',
    })
    await total.getByText('$1,818.60').waitFor()
    await page.locator('.channel-line [name=quantity]').first().fill('12')
    await total.getByText('$20,732.04').waitFor()
    await page.getByRole('button', { name: 'Add line' }).click()
    await fillLine(page, 1, {
      sku: 'ENT-SUITE',
      licenseType: 'perpetual',
      quantity: '1',
      endUserName: 'Tailspin Toys',
    })
    await total.getByText('$47,253.29').waitFor()
    await photograph(page, 'order-form')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await page.waitForURL(/\/orders\/(?!create)[\w-]+$/)
    orderUrl = page.url()
    const stored = await serverOrder(page)
    expect(stored.state).toBe('draft')
    await total.getByText(formatMoney(stored.total, 'USD')).waitFor()
    expect(formatMoney(stored.total, 'USD')).toBe('$47,253.29')
  })

  it('opens the draft again and says beside the field what keeps it from being submitted', async () => {
    const { page } = partner
    await page.goto(orderUrl)
    await page.locator('.channel-line [name=endUserName]').nth(1).fill('')
    await page.getByRole('button', { name: 'Submit order' }).click()
    await page.getByText('Enter who will use the licenses.').waitFor()
    await page.getByText('Accept the agreement to submit.').waitFor()
    await page
      .locator('.channel-line [name=endUserName]')
      .nth(1)
      .and(page.locator(':focus'))
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'order-form-errors')
  })

  it('submits the order once it is complete', async () => {
    const { page } = partner
    await page.locator('.channel-line [name=endUserName]').nth(1).fill('Tailspin Toys')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Submit order' }).click()
    await state(page, 'pending_review')
    expect((await serverOrder(page)).state).toBe('pending_review')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('shows a partner nothing of the other partner', async () => {
    const { page } = partner
    await page.goto(`${server.url}/admin/collections/orders?limit=100`)
    await page.locator('tbody tr').first().waitFor()
    expect(await page.getByText('Contoso').count()).toBe(0)
    const response = await page.request.get(`${server.url}/api/partners?depth=0`)
    const { docs } = (await response.json()) as { docs: { name: string }[] }
    expect(docs.map(({ name }) => name)).toEqual(['Northwind Traders'])
    const other = await logIn(browser, server.url, 'contoso')
    await other.page.goto(orderUrl)
    await other.page.waitForURL(/notFound=/)
    await other.page.context().close()
  })

  it('tells the administrator by the bell, who rejects with a reason', async () => {
    admin = await logIn(browser, server.url, 'admin@demo.test')
    const { page } = admin
    await page.locator('.channel-bell__button').click()
    await page.locator('.channel-bell__item').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'bell')
    await page.keyboard.press('Escape')
    await page.goto(orderUrl)
    await state(page, 'pending_review')
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'order-review')
    await decide(page, 'reject', 'The end user is served by another partner.')
    await state(page, 'rejected')
  })

  it('lets the partner read the reason, revise the order and submit it again', async () => {
    const { page } = partner
    await page.goto(orderUrl)
    await page.getByText('The end user is served by another partner.').waitFor()
    await decide(page, 'revise')
    await page.locator('.channel-line [name=endUserName]').nth(1).fill('Fourth Coffee')
    await page.getByRole('button', { name: 'Submit order' }).click()
    await state(page, 'pending_review')
    expect((await serverOrder(page)).state).toBe('pending_review')
  })

  it('issues the licenses when the administrator approves, for both to see', async () => {
    await admin.page.goto(orderUrl)
    const colleague = await admin.page.context().newPage()
    await colleague.goto(orderUrl)
    await state(colleague, 'pending_review')
    await decide(admin.page, 'approve')
    await state(admin.page, 'in_progress')
    await decide(colleague, 'approve')
    await colleague.getByText('Someone was faster').waitFor()
    await state(colleague, 'in_progress')
    await colleague.close()
    await admin.page
      .getByRole('link', { name: /^PRO-\d{6}-\d{6}$/ })
      .first()
      .waitFor()
    await admin.page.locator('.channel-history').getByText('Approved').waitFor()
    await photograph(admin.page, 'order-approved')
    await partner.page.goto(orderUrl)
    await state(partner.page, 'in_progress')
    expect(await partner.page.getByRole('link', { name: /^(ENT|PRO)-\d{6}-\d{6}$/ }).count()).toBe(
      13,
    )
    expect(await partner.page.locator('.channel-history').count()).toBe(0)
  })

  it('approves two orders from the list at once', async () => {
    const { page } = admin
    await page.goto(`${server.url}/admin/collections/orders`)
    await page.getByRole('link', { name: 'Pending review' }).click()
    await page.locator('.channel-chip[aria-current]', { hasText: 'Pending review' }).waitFor()
    await expect(page.locator('tbody tr').count()).resolves.toBeGreaterThan(1)
    await page.locator('tbody input[type=checkbox]').nth(0).check()
    await page.locator('tbody input[type=checkbox]').nth(1).check()
    await page.getByRole('button', { name: 'Approve (2)' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await photograph(page, 'orders-bulk')
    await page.getByRole('button', { name: 'Approve (2)' }).click()
    // Nothing happens before one has seen what they come to.
    await page.locator('dialog dd').first().waitFor()
    await page.locator('dialog [data-confirm]').click()
    await page.getByText('Approve: 2 of 2 done').waitFor()
  })

  it('speaks Chinese, in the dark and on a narrow screen too', async () => {
    const look = { language: 'zh', theme: 'dark', width: 390 } as const
    const reader = await logIn(browser, server.url, 'northwind', look)
    await reader.page.goto(`${server.url}/admin/collections/orders/create`)
    await reader.page.getByRole('button', { name: '提交订单' }).waitFor()
    await reader.page.getByLabel('产品').waitFor()
    expect(await accessibilityFaults(reader.page)).toEqual([])
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await photograph(reader.page, 'order-form-zh-dark-narrow')
    expect(reader.complaints).toEqual([])
  })

  it('leaves the console of the browser clean', () => {
    expect([...partner.complaints, ...admin.complaints]).toEqual([])
  })
})
