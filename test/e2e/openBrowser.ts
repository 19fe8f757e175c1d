import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'

/** Debian's; a browser that asks nobody on the network about anything. */
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ],
}

export const openBrowser = (): Promise<Browser> => chromium.launch(launchOptions)

export type Visitor = {
  page: Page
  /** What the browser's console complained about so far. */
  complaints: string[]
}

type Look = { language?: 'en' | 'zh'; theme?: 'dark' | 'light'; width?: number }

/** Someone who has logged in through the login page, in a browser profile of their own. */
export const logIn = async (
  browser: Browser,
  url: string,
  login: string,
  { language = 'en', theme = 'light', width = 1280 }: Look = {},
): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-US',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  await context.addCookies([
    { name: 'payload-lng', value: language, url },
    { name: 'payload-theme', value: theme, url },
  ])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(`${url}/admin/login`)
  await page.locator('#field-username').fill(login)
  await page.locator('#field-password').fill('demo-Password-1')
  await page.locator('button[type=submit]').click()
  await page.locator('.channel-home').waitFor()
  return { page, complaints }
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Payload's own markup, which the plugin can't change; see the rule in each case. */
const payloadsOwn = [
  '.doc-tabs', // list: tabs wrapped in elements that are no list items
  '.dashboard .react-select', // label: the breadcrumb's menu of dashboards
  '.rs__control', // label: the same component elsewhere
  '.dropdown-indicator', // aria-hidden-focus: its button
  '.checkbox-input', // label: the boxes that select a row
  '.list-selection', // color-contrast: “2 selected — Delete”
  '.table thead', // color-contrast: names of columns
  '.collection-list__header',
  '.condition__actions', // button-name: of a list's filter
  '.clickable-arrow', // button-name: to the next page of a list
  '[data-sonner-toaster]', // color-contrast: messages while they fade in
]

/** Serious and critical violations on the page, less those in Payload's own parts. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(await readFile(axeFile, 'utf8'))
  const { violations } = await page.evaluate<AxeResults, string[]>(
    (exclude) =>
      (globalThis as unknown as { axe: { run: (context: object) => Promise<AxeResults> } }).axe.run(
        { exclude: exclude.map((selector) => [selector]) },
      ),
    payloadsOwn,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const folder = path.resolve('.data/screenshots')

/** With SCREENSHOTS=1, the page as a person sees it, for people to look at. */
export const photograph = async (page: Page, name: string): Promise<void> => {
  if (process.env.SCREENSHOTS !== '1') return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}
