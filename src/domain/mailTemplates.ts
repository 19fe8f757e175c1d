import type { EventType } from './eventTypes'
import { layOutMail, type RenderedMail } from './mailLayout'
import { formatMoney } from './money'

export type Language = 'en' | 'zh'

/** Every mail of the plugin: one for each event, and the one for a lost password. */
export type MailKind = EventType | 'password.reset'

/** What an event keeps of an order, and so what its mail can say. */
export type MailFacts = {
  orderNumber?: string
  state?: string
  /** Minor units of `currency`. */
  total?: number
  currency?: string
  partner?: { name?: string }
  reason?: string
  /** When it happened. */
  at?: Date
}

/** The facts as text, in the reader's language. */
type Said = {
  order: string
  partner: string
  total: string
  reason: string
  when: string
  unpaid: boolean
}
type Template = { subject: (said: Said) => string; lines: (said: Said) => string[]; button: string }

const en = {
  button: 'Open the order',
  facts: ({ order, total, when }: Said) => `Order: ${order}\nTotal: ${total}\nDate: ${when}`,
  why: ({ reason }: Said) => (reason ? [`Reason: ${reason}`] : []),
}

const zh = {
  button: '查看订单',
  facts: ({ order, total, when }: Said) => `订单：${order}\n总额：${total}\n时间：${when}`,
  why: ({ reason }: Said) => (reason ? [`原因：${reason}`] : []),
}

/** One row a mail. A new event type does not compile without its row. */
const templates: Record<MailKind, Record<Language, Template>> = {
  'order.submitted': {
    en: {
      subject: ({ order, partner }) => `Order ${order} of ${partner} awaits review`,
      lines: (said) => [`${said.partner} has submitted an order for review.`, en.facts(said)],
      button: 'Review the order',
    },
    zh: {
      subject: ({ order, partner }) => `${partner} 的订单 ${order} 待审核`,
      lines: (said) => [`${said.partner} 提交了一份订单，等待审核。`, zh.facts(said)],
      button: '审核订单',
    },
  },
  'order.approved': {
    en: {
      subject: ({ order }) => `Order ${order} is approved`,
      lines: (said) => [
        said.unpaid
          ? 'Your order is approved. Its licenses are issued as soon as it is paid.'
          : 'Your order is approved and its licenses are issued.',
        en.facts(said),
      ],
      button: en.button,
    },
    zh: {
      subject: ({ order }) => `订单 ${order} 已批准`,
      lines: (said) => [
        said.unpaid ? '您的订单已批准，付款后将签发许可证。' : '您的订单已批准，许可证已签发。',
        zh.facts(said),
      ],
      button: zh.button,
    },
  },
  'order.rejected': {
    en: {
      subject: ({ order }) => `Order ${order} is rejected`,
      lines: (said) => ['Your order is rejected.', ...en.why(said), en.facts(said)],
      button: en.button,
    },
    zh: {
      subject: ({ order }) => `订单 ${order} 已被拒绝`,
      lines: (said) => ['您的订单已被拒绝。', ...zh.why(said), zh.facts(said)],
      button: zh.button,
    },
  },
  'order.returned': {
    en: {
      subject: ({ order }) => `Order ${order} needs changes`,
      lines: (said) => [
        'Your order was sent back to you. Change it and submit it again.',
        ...en.why(said),
        en.facts(said),
      ],
      button: en.button,
    },
    zh: {
      subject: ({ order }) => `订单 ${order} 需要修改`,
      lines: (said) => ['您的订单已退回，请修改后重新提交。', ...zh.why(said), zh.facts(said)],
      button: zh.button,
    },
  },
  'order.paid': {
    en: {
      subject: ({ order }) => `Payment for order ${order} received`,
      lines: (said) => ['We have received your payment. The licenses are issued.', en.facts(said)],
      button: en.button,
    },
    zh: {
      subject: ({ order }) => `已收到订单 ${order} 的付款`,
      lines: (said) => ['我们已收到您的付款，许可证已签发。', zh.facts(said)],
      button: zh.button,
    },
  },
  'order.completed': {
    en: {
      subject: ({ order }) => `Order ${order} is completed`,
      lines: (said) => ['Your order is completed.', en.facts(said)],
      button: en.button,
    },
    zh: {
      subject: ({ order }) => `订单 ${order} 已完成`,
      lines: (said) => ['您的订单已完成。', zh.facts(said)],
      button: zh.button,
    },
  },
  'order.cancelled': {
    en: {
      subject: ({ order, partner }) => `Order ${order} of ${partner} is canceled`,
      lines: (said) => [
        `The order of ${said.partner} is canceled.`,
        ...en.why(said),
        en.facts(said),
      ],
      button: en.button,
    },
    zh: {
      subject: ({ order, partner }) => `${partner} 的订单 ${order} 已取消`,
      lines: (said) => [`${said.partner} 的订单已取消。`, ...zh.why(said), zh.facts(said)],
      button: zh.button,
    },
  },
  'password.reset': {
    en: {
      subject: () => 'Set a new password',
      lines: () => [
        'Somebody, probably you, asked for a new password for your account. The link is good for one hour and works once.',
        'If it was not you, ignore this mail: your password stays as it is.',
      ],
      button: 'Set a new password',
    },
    zh: {
      subject: () => '设置新密码',
      lines: () => [
        '有人（可能是您）为您的账户申请了新密码。链接一小时内有效，且只能使用一次。',
        '如果不是您本人操作，请忽略此邮件，您的密码不会改变。',
      ],
      button: '设置新密码',
    },
  },
}

/** The language that a user's mails are written in; English where none is chosen. */
export const languageOf = (user: { language?: null | string }): Language =>
  user.language === 'zh' ? 'zh' : 'en'

/** Subject, text and HTML of a mail; the subject is also the title of the notification. */
export const renderMail = (
  kind: MailKind,
  language: Language,
  facts: MailFacts,
  link: string,
): RenderedMail => {
  const { subject, lines, button } = templates[kind][language]
  const said = say(facts, language)
  return layOutMail({ subject: subject(said), lines: lines(said), button, link }, language)
}

const say = (facts: MailFacts, language: Language): Said => {
  const { at, currency, orderNumber, partner, reason, state, total } = facts
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  return {
    order: orderNumber ?? '',
    partner: partner?.name ?? '',
    total: total === undefined || !currency ? '' : formatMoney(total, currency, locale),
    reason: reason ?? '',
    when: at ? instant(at, locale) : '',
    unpaid: state === 'pending_payment',
  }
}

/** In UTC, and says so: the readers are in many time zones. */
const instant = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(at)
