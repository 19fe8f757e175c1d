import type { Browser, Page } from 'playwright-core'

import { PARTNER, PASSWORD } from './template/src/channelStory'

/** A person with a browser profile of their own; `complaints` are the console's. */
export const visit = async (browser: Browser) => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
  })
  // `next dev` compiles a page when it is asked for.
  context.setDefaultTimeout(5 * 60_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  return { page, complaints }
}

/** The first visit to a new host: its own page for the first user. */
export const registerFirstUser = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/admin`)
  await page.waitForURL(/create-first-user/)
  await page.locator('#field-email').fill('owner@host.test')
  await page.locator('#field-password').fill(PASSWORD)
  await page.locator('#field-confirm-password').fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.locator('.channel-home').waitFor()
}

export const logInAsPartner = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/admin/login`)
  await page.locator('#field-email').fill(PARTNER)
  await page.locator('#field-password').fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.locator('.channel-home').waitFor()
}

/** @returns the address of the order */
export const placeOrder = async (page: Page, url: string): Promise<string> => {
  await page.goto(`${url}/admin/collections/orders/create`)
  const line = page.locator('.channel-line').first()
  await line.locator('option[value="PRO-TEAM"]').waitFor({ state: 'attached' })
  await line.locator('[name=sku]').selectOption('PRO-TEAM')
  await line.locator('[name=licenseType]').selectOption('subscription')
  await line.locator('[name=quantity]').fill('2')
  await line.locator('[name=endUserName]').fill('Adventure Works')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Submit order' }).click()
  await page.locator('.channel-head [data-state=pending_review]').waitFor()
  return page.url()
}

/** @returns the ID of the first license */
export const approveOrder = async (page: Page, order: string): Promise<string> => {
  await page.goto(order)
  await page.locator('.channel-actions [data-action=approve]').click()
  await page.locator('.channel-head [data-state=in_progress]').waitFor()
  const license = page.getByRole('link', { name: /^PRO-\d{6}-\d{6}$/ }).first()
  await license.waitFor()
  return (await license.textContent()) ?? ''
}
