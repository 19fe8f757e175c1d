import type { ToldEventType } from './eventTypes'
import { layOutMail, type RenderedMail } from './mailLayout'
import { formatMoney } from '../money/money'
import type { Language } from './mailLayout'

/** Every mail of the plugin: one for each event that somebody is told of, and the one for a lost password. */
export type MailKind = ToldEventType | 'password.reset'

/** What an event keeps of an order, and so what its mail can say. */
export type MailFacts = {
  orderNumber?: string
  state?: string
  /** Minor units of `currency`. */
  total?: number
  currency?: string
  partner?: { name?: string }
  reason?: string
  /** Who did it, where that decides whom it is told. */
  by?: string
  /** The title of a deployment, e.g. `ENT-202611-000042, production`. */
  deployment?: string
  customer?: { name?: string }
  /** For when a deployment is planned: an ISO string in UTC. */
  scheduledAt?: string
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
  byStaff: boolean
  deployment: string
  customer: string
  planned: string
}
type Template = { subject: (said: Said) => string; lines: (said: Said) => string[]; button: string }

const en = {
  button: 'Open the order',
  facts: ({ order, total, when }: Said) => `Order: ${order}\nTotal: ${total}\nDate: ${when}`,
  why: ({ reason }: Said) => (reason ? [`Reason: ${reason}`] : []),
  deployment: ({ customer, deployment, planned }: Said) =>
    [`Deployment: ${deployment}`, customer && `Customer: ${customer}`, `Planned for: ${planned}`]
      .filter(Boolean)
      .join('\n'),
}

const zh = {
  button: '查看订单',
  facts: ({ order, total, when }: Said) => `订单：${order}\n总额：${total}\n时间：${when}`,
  why: ({ reason }: Said) => (reason ? [`原因：${reason}`] : []),
  deployment: ({ customer, deployment, planned }: Said) =>
    [`部署：${deployment}`, customer && `客户：${customer}`, `计划时间：${planned}`]
      .filter(Boolean)
      .join('\n'),
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
      subject: ({ byStaff, order, partner }) =>
        byStaff ? `Order ${order} is canceled` : `Order ${order} of ${partner} is canceled`,
      lines: (said) => [
        said.byStaff ? 'Your order is canceled.' : `The order of ${said.partner} is canceled.`,
        ...en.why(said),
        en.facts(said),
      ],
      button: en.button,
    },
    zh: {
      subject: ({ byStaff, order, partner }) =>
        byStaff ? `订单 ${order} 已取消` : `${partner} 的订单 ${order} 已取消`,
      lines: (said) => [
        said.byStaff ? '您的订单已取消。' : `${said.partner} 的订单已取消。`,
        ...zh.why(said),
        zh.facts(said),
      ],
      button: zh.button,
    },
  },
  'deployment.scheduled': {
    en: {
      subject: ({ deployment }) => `Deployment scheduled: ${deployment}`,
      lines: (said) => ['A deployment is planned for you.', en.deployment(said)],
      button: 'Open the deployment',
    },
    zh: {
      subject: ({ deployment }) => `已安排部署：${deployment}`,
      lines: (said) => ['已为您安排一次部署。', zh.deployment(said)],
      button: '查看部署',
    },
  },
  'deployment.completed': {
    en: {
      subject: ({ deployment }) => `Deployed: ${deployment}`,
      lines: (said) => ['The deployment is completed.', en.deployment(said)],
      button: 'Open the deployment',
    },
    zh: {
      subject: ({ deployment }) => `部署完成：${deployment}`,
      lines: (said) => ['部署已完成。', zh.deployment(said)],
      button: '查看部署',
    },
  },
  'deployment.failed': {
    en: {
      subject: ({ deployment }) => `Deployment failed: ${deployment}`,
      lines: (said) => [
        'The deployment has failed. Schedule it anew or cancel it.',
        ...en.why(said),
        en.deployment(said),
      ],
      button: 'Open the deployment',
    },
    zh: {
      subject: ({ deployment }) => `部署失败：${deployment}`,
      lines: (said) => ['部署失败，请重新安排或取消。', ...zh.why(said), zh.deployment(said)],
      button: '查看部署',
    },
  },
  'deployment.cancelled': {
    en: {
      subject: ({ deployment }) => `Deployment canceled: ${deployment}`,
      lines: (said) => ['The deployment is canceled.', ...en.why(said), en.deployment(said)],
      button: 'Open the deployment',
    },
    zh: {
      subject: ({ deployment }) => `部署已取消：${deployment}`,
      lines: (said) => ['部署已取消。', ...zh.why(said), zh.deployment(said)],
      button: '查看部署',
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
  const { at, by, currency, customer, deployment, orderNumber, partner } = facts
  const { reason, scheduledAt, state, total } = facts
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  return {
    order: orderNumber ?? '',
    partner: partner?.name ?? '',
    total: total === undefined || !currency ? '' : formatMoney(total, currency, locale),
    reason: reason ?? '',
    when: at ? instant(at, locale) : '',
    unpaid: state === 'pending_payment',
    byStaff: by === 'staff',
    deployment: deployment ?? '',
    customer: customer?.name ?? '',
    planned: scheduledAt ? instant(new Date(scheduledAt), locale) : '',
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
