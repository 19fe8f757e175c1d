import { escapeHtml } from '../escapeHtml'

/** What a mail says, before it is laid out; `button` leads to `link`. */
export type MailContent = {
  subject: string
  lines: string[]
  button: string
  link: string
}

export type RenderedMail = { subject: string; text: string; html: string }

const footers: Record<Language, string> = {
  en: 'This mail was sent automatically. Replies are not read.',
  zh: '此邮件由系统自动发送，回复不会被阅读。',
}

/** A subject is one line, whatever names are in it; 150 characters show everywhere. */
const oneLine = (text: string): string => {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line.length > 150 ? `${line.slice(0, 149)}…` : line
}

/** Text and HTML of a mail; every word of it counts as text, so nothing in it becomes markup. */
export const layOutMail = (content: MailContent, language: Language): RenderedMail => {
  const subject = oneLine(content.subject)
  const { button, lines, link } = content
  const text = [...lines, `${button}:\n${link}`, `-- \n${footers[language]}`].join('\n\n')
  return { subject, text: `${text}\n`, html: page({ ...content, subject }, language) }
}

/** Tables and inline styles: what mail programs understand. One column, so it fits any width. */
const page = (
  { subject, lines, button, link }: MailContent,
  language: Language,
): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f3f4f6;font-family:Arial,'PingFang SC','Microsoft YaHei',sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:8px"><tr><td style="padding:32px;color:#111827;font-size:16px;line-height:1.5">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escapeHtml(subject)}</h1>
${lines.map(paragraph).join('\n')}
<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;background:#1d4ed8;color:#ffffff;text-decoration:none;border-radius:6px">${escapeHtml(button)}</a></p>
<p style="margin:0;color:#6b7280;font-size:13px">${footers[language]}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`

const paragraph = (line: string): string =>
  `<p style="margin:0 0 12px">${escapeHtml(line).replaceAll('\n', '<br>')}</p>`

export type Language = 'en' | 'zh'
