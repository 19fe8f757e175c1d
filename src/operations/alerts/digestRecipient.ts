import type { Where } from 'payload'
import type { Language } from '../../domain/events/mailLayout'

export type DigestRecipient = {
  /** Parts of the mails' keys: the first is the next one's, any may be that of one before. */
  keys: [string, ...string[]]
  email: string
  language: Language
  frequency: 'daily' | 'weekly'
  /** The alerts that concern the recipient. */
  concerns: Where
}

/** A role is concerned by the alerts that point where its users do. */
export const links = { sales: 'salesRep', partner: 'partner', customer: 'customer' } as const

export type DigestRole = keyof typeof links
