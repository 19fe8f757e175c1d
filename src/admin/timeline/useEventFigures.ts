'use client'

import type { TimelineEvent } from '../../domain/timeline/timelineView'
import { changeInWords } from '../ui/changeInWords'
import { useChannel } from '../useChannel'
import { useFieldLabels } from '../ui/fields/useFieldLabels'
import { useText } from '../useText'

/** Their IDs say nothing to a reader; that they changed is in the title. */
const links = new Set(['customer', 'engineer', 'order', 'orderItem', 'partner', 'salesRep'])

export type Figure = { name: string; text: string }

/** What an event says in numbers: limits and expiry before and after, usage of its limit, amount. */
export const useEventFigures = ({ figures, kind }: TimelineEvent): Figure[] => {
  const texts = useText()
  const labels = useFieldLabels(useChannel().slugs.licenses)
  const { language, money, number, t } = texts
  const { amount, changes, currency, expiresAt, limits, shareBps, usage } = figures
  const day = (at: null | string) =>
    at
      ? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
          new Date(at),
        )
      : t('never')
  const percent = (bps: null | number | undefined) =>
    typeof bps === 'number' ? ` (${t('percent', { value: number(Math.round(bps / 100)) })})` : ''
  const change = (from: string, to: string) => (from === to ? to : t('fromTo', { from, to }))
  const found: Figure[] = []
  for (const field of ['workspaces', 'users'] as const) {
    if (usage && limits) {
      const text = t('usedOf', { used: number(usage[field]), limit: number(limits.after[field]) })
      found.push({ name: t(field), text: text + percent(shareBps?.[field]) })
    } else if (limits) {
      const after = number(limits.after[field])
      found.push({
        name: t(field),
        text: change(limits.before ? number(limits.before[field]) : after, after),
      })
    }
  }
  if (expiresAt && kind === 'purchase' && expiresAt.before !== expiresAt.after)
    found.push({
      name: t('expires'),
      text: limits?.before
        ? change(day(expiresAt.before), day(expiresAt.after))
        : day(expiresAt.after),
    })
  if (amount !== null && currency) found.push({ name: t('amount'), text: money(amount, currency) })
  for (const [field, one] of Object.entries(changes ?? {})) {
    const words = links.has(field) ? null : changeInWords(texts, labels, '', field, one)
    if (words) found.push({ name: t('kind.change'), text: words })
  }
  return found
}
