import type { Page } from 'playwright-core'

/** Narrower than this nobody reads what they type. */
const MIN_WIDTH = { number: 72, other: 120 }

type Limits = typeof MIN_WIDTH

/**
 * What keeps the page from being read, measured: fields that are too narrow, texts that are cut,
 * parts that overlap, a page that is wider than its window.
 */
export const layoutFaults = async (page: Page): Promise<string[]> => {
  // The panel's sidebar and the theme move when a page opens.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
  )
  return page.evaluate<string[], Limits>(measure, MIN_WIDTH)
}

/** Runs in the browser, and so stands on its own. */
const measure = (limits: Limits): string[] => {
  const found: string[] = []
  const inside = <T extends Element>(selector: string) =>
    [...document.querySelectorAll<T & HTMLElement>(`.channel-page :is(${selector})`)].filter(
      (one) => one.offsetWidth > 1 && one.offsetHeight > 1,
    )
  const nameOf = (one: HTMLElement) =>
    `${one.tagName.toLowerCase()} ${one.getAttribute('name') ?? one.textContent?.slice(0, 30)}`
  const view = document.documentElement
  if (view.scrollWidth > view.clientWidth) found.push(`page is ${view.scrollWidth} px wide`)

  const fields = inside<HTMLInputElement | HTMLSelectElement>('.channel-input')
  const pen = document.createElement('canvas').getContext('2d')
  for (const field of fields) {
    const least = field.getAttribute('type') === 'number' ? limits.number : limits.other
    if (field.offsetWidth < least) found.push(`${nameOf(field)} is ${field.offsetWidth} px wide`)
    if (field.scrollWidth > field.clientWidth) found.push(`${nameOf(field)} cuts its text`)
    if (!(field instanceof HTMLSelectElement) || !pen) continue
    // A select tells no scroll width; the arrow takes 20 px.
    pen.font = getComputedStyle(field).font
    const { paddingLeft, paddingRight } = getComputedStyle(field)
    const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 20
    const text = field.selectedOptions[0]?.text ?? ''
    if (pen.measureText(text).width > room) found.push(`${nameOf(field)} cuts “${text}”`)
  }

  const texts = inside('label, legend, h1, h2, h3, p, dt, dd, button')
  for (const one of texts)
    if (one.scrollWidth > one.clientWidth && getComputedStyle(one).display !== 'inline')
      found.push(`${nameOf(one)} is cut`)

  const parts = [...fields, ...texts.filter((one) => !one.querySelector('input, p, button'))]
  for (const [index, a] of parts.entries())
    for (const b of parts.slice(index + 1)) {
      if (a.contains(b) || b.contains(a)) continue
      const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
      const width = Math.min(p.right, q.right) - Math.max(p.left, q.left)
      const height = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top)
      if (width > 1 && height > 1) found.push(`${nameOf(a)} overlaps ${nameOf(b)}`)
    }
  return found
}
