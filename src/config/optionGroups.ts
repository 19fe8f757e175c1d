import type { PayloadRequest } from 'payload'

import type { PasswordRules } from '../domain/accounts/passwordRules'
import type { RateLimitStore } from '../domain/access/rateLimits'

/** What a partner accepts with each order. */
export interface AgreementOptions {
  version: string
  en: string
  zh: string
}

export interface AlertOptions {
  /** Days before the expiry at which an alert is raised; a product may have its own. @default [90, 60, 30] */
  expiryDays?: number[]
  /** A license in use that has not reported for so many days is inactive. @default 30 */
  inactiveDays?: number
  /** Days of a license's own history that its usage is judged by. @default 60 */
  irregularWindowDays?: number
  /** How many days of history it takes before usage is judged. @default 14 */
  irregularMinimumDays?: number
  /** How many times the median absolute deviation a day may stand off. @default 5 */
  irregularDeviations?: number
}

export interface LimitOptions {
  /** @default 200 */
  linesPerOrder?: number
  /** @default 100_000 */
  licensesPerOrder?: number
  /** Orders that a partner has begun and not submitted. @default 200 */
  draftsPerPartner?: number
  /** Of a request body on the v1 routes, in bytes. @default 262_144 */
  bodyBytes?: number
}

export interface GraphqlOptions {
  /** Whether the schema can be asked for; absent: as Payload has it, outside production. */
  introspection?: boolean
  /** Words and signs of a query. @default 4_000 */
  maxTokens?: number
  /** Fields within fields; a tool that asks for the schema needs 16. @default 16 */
  maxDepth?: number
  /** Queries or mutations at once. @default 20 */
  maxRootFields?: number
  /** @default 50 */
  maxAliases?: number
  /** @default 50 */
  maxFragments?: number
  /** Lists that are read: one within each document of a page of 100 counts a hundred times. @default 500 */
  maxLists?: number
}

export interface MailOptions {
  /**
   * Whatever is sent with `payload.sendEmail`, by the host and by Payload itself as well, goes through
   * the queue of the plugin's mails, and needs a worker. Otherwise only the plugin's do.
   * @default false
   */
  queueAll?: boolean
}

export interface SigningOptions {
  /**
   * Ed25519: PEM (PKCS #8), base64 of it, a JWK or a JWK set, whose first key signs while the others
   * stay published. Absent: no certificates.
   */
  keys?: string | Record<string, unknown>
  /** `iss` of the certificates. @default `publicUrl`, else Payload's `serverURL` */
  issuer?: string
}

export interface PasswordOptions {
  /** Characters, 8 at least. @default 12 */
  minLength?: number
  /** Characters, 1,000 at most. @default 128 */
  maxLength?: number
  /** A rule of your own: what is wrong with a password, or nothing. */
  check?: PasswordRules['check']
}

export interface RateLimitOptions {
  /** Failed logins of one address in a window. @default 200 */
  login?: number
  /** Failed logins of one address at one account in a window. @default 10 */
  account?: number
  /** Requests for a new password, resets and verifications of one address in a window. @default 20 */
  recovery?: number
  /** Requests for a new password of one account in a window. @default 5 */
  recoveryOfAccount?: number
  /** What anybody may send without an account, of one address in a window. @default 60 */
  public?: number
  /** How long such a window is. @default 900 */
  windowSeconds?: number
  /** Usage reports of one license in a minute. @default 120 */
  usage?: number
  /** Validations of one address in a minute. @default 600 */
  validate?: number
  /** Validations of one address in a minute that name a license which there is not. @default 60 */
  unknownLicenses?: number
  /** Where all nodes count together. @default the database */
  store?: RateLimitStore
  /**
   * The client's address, from something that no client can forge, e.g. a header that your proxy
   * sets. Absent: limits of an address do not count, those of an account do.
   */
  clientAddress?: (req: Pick<PayloadRequest, 'headers'>) => null | string | undefined
}
