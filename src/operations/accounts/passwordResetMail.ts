import type { IncomingAuthType, PayloadRequest } from 'payload'

import { languageOf, renderMail } from '../../domain/events/mailTemplates'
import { adminLink } from '../records/linkTo'

type Reset = { req?: PayloadRequest; token?: string; user?: { language?: null | string } }

const render = ({ req, token, user }: Reset) => {
  if (!req || !token)
    throw new Error('A mail about a new password needs its request and its token.')
  const page = `${req.payload.config.admin.routes.reset}/${token}`
  return renderMail('password.reset', languageOf(user ?? {}), {}, adminLink(req.payload, page))
}

/** Payload's mail for a lost password, in the user's language. */
export const passwordResetMail: NonNullable<IncomingAuthType['forgotPassword']> = {
  generateEmailHTML: (reset) => render(reset ?? {}).html,
  generateEmailSubject: (reset) => render(reset ?? {}).subject,
}
