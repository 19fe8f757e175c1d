import type { AlertKind } from './alertRules'
import { layOutMail, type RenderedMail } from '../events/mailLayout'
import type { Language } from '../events/mailLayout'

/** An alert as a digest shows it. */
export type DigestAlert = {
  kind: AlertKind
  licenseId: string
  /** What the date means depends on the kind: the expiry, the last report, the day of use. */
  date: string
}

type Words = {
  subject: (count: number) => string
  intro: string
  /** The most pressing first: a heading, and what stands between a license's ID and its date. */
  kinds: Record<AlertKind, [heading: string, dated: string]>
  more: (count: number) => string
  button: string
}

/** So many licenses are named of each kind; the list behind the link has all. */
const NAMED = 20

const words: Record<Language, Words> = {
  en: {
    subject: (count) => `${count} new license ${count === 1 ? 'alert' : 'alerts'}`,
    intro: 'Since your last digest these licenses came to need attention.',
    kinds: {
      expired: ['Expired', 'expired on'],
      over_workspaces: ['Over the workspace limit', 'as of'],
      over_users: ['Over the user limit', 'as of'],
      expiring: ['Expiring soon', 'expires on'],
      inactive: ['Inactive', 'last heard of on'],
      irregular_usage: ['Irregular usage', 'on'],
    },
    more: (count) => `and ${count} more`,
    button: 'Open the alerts',
  },
  zh: {
    subject: (count) => `${count} 条新的许可证告警`,
    intro: '自上次摘要以来，以下许可证需要关注。',
    kinds: {
      expired: ['已过期', '过期日期'],
      over_workspaces: ['超出工作区限额', '截至'],
      over_users: ['超出用户限额', '截至'],
      expiring: ['即将到期', '到期日期'],
      inactive: ['未使用', '最近活动'],
      irregular_usage: ['用量异常', '日期'],
    },
    more: (count) => `以及另外 ${count} 个`,
    button: '查看告警',
  },
}

/** As the English words have them, which no kind can be missing from. */
const kindsByUrgency = Object.keys(words.en.kinds) as AlertKind[]

/** New alerts by kind, with how many there are of each, the licenses and their dates. */
export const renderDigest = (
  language: Language,
  alerts: DigestAlert[],
  link: string,
): RenderedMail => {
  const { button, intro, kinds, more, subject } = words[language]
  const groups = kindsByUrgency.flatMap((kind) => {
    const own = alerts.filter((alert) => alert.kind === kind)
    if (own.length === 0) return []
    const [heading, dated] = kinds[kind]
    const named = [...own]
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .slice(0, NAMED)
      .map(({ date, licenseId }) => `${licenseId}, ${dated} ${date.slice(0, 10)}`)
    const left = own.length - named.length
    return [[`${heading} (${own.length})`, ...named, ...(left > 0 ? [more(left)] : [])].join('\n')]
  })
  return layOutMail(
    { subject: subject(alerts.length), lines: [intro, ...groups], button, link },
    language,
  )
}
