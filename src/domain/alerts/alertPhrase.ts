import type { AlertKind } from './alertRules'
import type { IrregularFigures } from '../usage/usageSettings'
import type { Language } from '../events/mailLayout'

/** An alert's kind with the figures that raised it; `thresholdDays` is of those before an expiry. */
export type SaidAlert = {
  kind: AlertKind
  figures: Record<string, unknown>
  thresholdDays?: null | number
}

/** Each rule writes those of its kind. */
type Figures = {
  days: number
  used: number
  limit: number
  inactiveDays: number
  day: string
  metric: 'users' | 'workspaces'
  value: number
  median: number
  /** Alerts of before kinds of days were told apart have none. */
  kind?: IrregularFigures['kind']
}
type Phrase = (figures: Figures) => string

const comparedWith = {
  workday: { en: 'on a day of work', zh: '工作日' },
  restday: { en: 'on a day of rest', zh: '休息日' },
  trend: { en: 'by the trend before', zh: '按此前趋势' },
}

const phrases: Record<AlertKind, Record<Language, Phrase>> = {
  expiring: {
    en: ({ days }) => `expires within ${days} ${days === 1 ? 'day' : 'days'}`,
    zh: ({ days }) => `将在 ${days} 天内到期`,
  },
  expired: { en: () => 'has expired', zh: () => '已过期' },
  over_workspaces: {
    en: ({ limit, used }) => `uses ${used} workspaces of ${limit}`,
    zh: ({ limit, used }) => `已用 ${used} 个工作区，限额 ${limit}`,
  },
  over_users: {
    en: ({ limit, used }) => `uses ${used} users of ${limit}`,
    zh: ({ limit, used }) => `已有 ${used} 个用户，限额 ${limit}`,
  },
  inactive: {
    en: ({ inactiveDays }) => `has reported nothing for ${inactiveDays} days`,
    zh: ({ inactiveDays }) => `已有 ${inactiveDays} 天没有上报`,
  },
  irregular_usage: {
    en: ({ day, kind, median, metric, value }) =>
      `used ${value} ${metric} on ${day}, ordinarily ${median}${kind ? ` ${comparedWith[kind].en}` : ''}`,
    zh: ({ day, kind, median, metric, value }) =>
      `${day} 使用了 ${value} 个${metric === 'users' ? '用户' : '工作区'}，${kind ? comparedWith[kind].zh : ''}通常为 ${median}`,
  },
}

/** What an alert says of its license, after the license's ID. */
export const alertPhrase = (
  { figures, kind, thresholdDays }: SaidAlert,
  language: Language,
): string => phrases[kind][language]({ ...figures, days: thresholdDays } as Figures)
