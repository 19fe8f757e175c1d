import { z } from 'zod'

import type { PayloadRequest } from 'payload'

import { closable } from './domain/externalAccess'
import { collectionOverride } from './collectionOverride'
import { isCurrency } from './domain/money'
import { approvalLimitsOf, checkApprovalLimits, type ApprovalLimits } from './domain/approvalLimits'
import { grantFaults } from './domain/grantFaults'
import type { RoleGrants } from './domain/grants'
import { defaultFieldNames, type FieldNames, type UserField } from './domain/userFields'
import type { PasswordRules } from './domain/passwordRules'
import type { RateLimitStore } from './domain/rateLimits'
import { parseSigningKeys } from './operations/signingKeys'
import { defaultSlugs, type SlugKey, type Slugs } from './slugs'

const fieldKeys = Object.keys(defaultFieldNames) as [UserField, ...UserField[]]
const fieldName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'Use letters and digits.')
const slugKeys = Object.keys(defaultSlugs) as [SlugKey, ...SlugKey[]]

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'Use lower-case letters, digits and hyphens.')
const currency = z.string().refine(isCurrency, 'Not an ISO 4217 currency code.')
const isStore = (value: unknown): boolean =>
  typeof (value as RateLimitStore | null)?.increment === 'function' &&
  typeof (value as RateLimitStore).decrement === 'function'
const positive = z.number().int().positive()
/** Kept as key objects, which neither a log line nor JSON shows. */
const signingKeys = z.union([z.string().min(1), z.looseObject({})]).transform((given, context) => {
  try {
    return parseSigningKeys(given)
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
    return z.NEVER
  }
})

const rateLimits = z.strictObject({
  /** Failed logins of one address in a window. */
  login: positive.default(200),
  /** Failed logins of one address at one account in a window. */
  account: positive.default(10),
  /** Requests for a new password, resets and verifications of one address in a window. */
  recovery: positive.default(20),
  /** Requests for a new password of one account in a window. */
  recoveryOfAccount: positive.default(5),
  /** What anybody may send without an account, of one address in a window. */
  public: positive.default(60),
  windowSeconds: positive.default(900),
  /** Usage reports of one license in a minute. */
  usage: positive.default(120),
  /** Validations of one address in a minute. */
  validate: positive.default(600),
  /** Where all nodes count together; default: the database. */
  store: z
    .custom<RateLimitStore>(isStore, 'Expected increment(key, windowMs) and decrement(key).')
    .optional(),
  /**
   * The client's address, from something that no client can forge, e.g. a header that your proxy
   * sets. Absent: limits of an address do not count, those of an account do.
   */
  clientAddress: z
    .custom<(req: Pick<PayloadRequest, 'headers'>) => null | string | undefined>(
      (value) => typeof value === 'function',
      'Expected a function of the request.',
    )
    .optional(),
})

/** Of users with a role of the plugin. */
const passwords = z
  .strictObject({
    /** Characters. */
    minLength: positive.min(8).default(12),
    maxLength: positive.max(1_000).default(128),
    /** A rule of your own: what is wrong with a password, or nothing. */
    check: z
      .custom<NonNullable<PasswordRules['check']>>(
        (value) => typeof value === 'function',
        'Expected a function of the password.',
      )
      .optional(),
  })
  .refine(({ maxLength, minLength }) => minLength <= maxLength, {
    path: ['maxLength'],
    message: 'Less than minLength: no password would do.',
  })

/** What `channelPlugin` accepts; everything has a default. */
const optionsSchema = z.strictObject({
  /** Keeps the schema (so that the database stays as it is) but adds no hooks, endpoints or pages. */
  disabled: z.boolean().default(false),
  /** Other slugs for the plugin's collections, by their name in code. */
  slugs: z.partialRecord(z.enum(slugKeys), slug).default({}),
  /**
   * Other names for the fields that the plugin adds to users, by their name in code:
   * `{ roles: 'roles', partner: 'reseller' }`. The roles are in `channelRoles` by default.
   */
  fieldNames: z.partialRecord(z.enum(fieldKeys), fieldName).default({}),
  /**
   * E-mails of users that a start makes administrators of the channel, where they are not yet. Name
   * only users that are there: whoever registers under such an address would become one.
   */
  admins: z.array(z.email()).default([]),
  /**
   * The last word on a collection, by its name in code.
   * @example
   * { partners: { fields: ({ defaultFields }) => [...defaultFields, { name: 'vat', type: 'text' }] } }
   * @example
   * { orders: ({ defaultCollection }) => ({ ...defaultCollection, defaultSort: '-total' }) }
   */
  overrides: z.partialRecord(z.enum(slugKeys), collectionOverride).default({}),
  /** ISO 4217 codes that partners and price lists may use. */
  currencies: z.array(currency).nonempty().default(['USD', 'EUR', 'CNY']),
  /** Kinds of product, as shown in lists and statistics. */
  productTypes: z
    .array(z.string().min(1))
    .nonempty()
    .default(['enterprise', 'professional', 'addon']),
  regions: z.array(z.string().min(1)).nonempty().default(['americas', 'emea', 'apac']),
  /** Roles of the host, beside the plugin's own: the same shape as the grants table. */
  roles: z
    .record(
      z.string().min(1),
      z.custom<RoleGrants>().superRefine((given, context) => {
        for (const fault of grantFaults(given)) context.addIssue({ code: 'custom', ...fault })
      }),
    )
    .default({}),
  /**
   * What partners, customers and engineers may do with collections and globals of the host beyond what
   * a visitor may, by slug: `{ pages: ['read'] }`. The host's own access rules apply all the same.
   */
  externalAccess: z.record(z.string(), z.array(z.enum(closable))).default({}),
  /** What a partner accepts with each order; the version is kept on the order. */
  agreement: z
    .strictObject({ version: z.string().min(1), en: z.string().min(1), zh: z.string().min(1) })
    .default({
      version: '1',
      en: 'I have read the partner agreement and place this order under its terms.',
      zh: '我已阅读合作伙伴协议，并按其条款提交此订单。',
    }),
  /**
   * The highest order total that a role may approve, by currency, in minor units: `{ sales: { USD:
   * 5_000_000 } }`. A role that is named approves nothing in a currency that is not; one that is not
   * named has no limit. A number alone will do where there is one currency.
   */
  approvalLimits: z
    .record(z.string(), z.union([positive, z.record(z.string(), positive)]))
    .default({}),
  /** Whoever decides on a document must say which revision of it was seen. */
  requireRevision: z.boolean().default(false),
  alerts: z
    .strictObject({
      /** Days before the expiry at which an alert is raised; a product may have its own. */
      expiryDays: z.array(positive.max(3_650)).nonempty().default([90, 60, 30]),
      /** A license in use that has not reported for so many days is inactive. */
      inactiveDays: positive.default(30),
      /** Days of a license's own history that its usage is judged by. */
      irregularWindowDays: positive.default(60),
      /** How many days of history it takes before usage is judged. */
      irregularMinimumDays: positive.default(14),
      /** How many times the median absolute deviation a day may stand off. */
      irregularDeviations: z.number().positive().default(5),
    })
    .refine(
      ({ irregularMinimumDays, irregularWindowDays }) =>
        irregularMinimumDays <= irregularWindowDays,
      {
        path: ['irregularMinimumDays'],
        message: 'More days than irregularWindowDays has: no usage would ever be judged.',
      },
    )
    .prefault({}),
  limits: z
    .strictObject({
      linesPerOrder: positive.default(200),
      licensesPerOrder: positive.default(100_000),
      /** Orders that a partner has begun and not submitted. */
      draftsPerPartner: positive.default(200),
      /** Of a request body on the v1 routes, in bytes. */
      bodyBytes: positive.default(262_144),
    })
    .prefault({}),
  /** How much one GraphQL request may ask for; ordinary clients come nowhere near. */
  graphql: z
    .strictObject({
      /** Whether the schema can be asked for; absent: as Payload has it, outside production. */
      introspection: z.boolean().optional(),
      /** Words and signs of a query. */
      maxTokens: positive.default(4_000),
      /** Fields within fields; a tool that asks for the schema needs 16. */
      maxDepth: positive.default(16),
      /** Queries or mutations at once. */
      maxRootFields: positive.default(20),
      maxAliases: positive.default(50),
      maxFragments: positive.default(50),
      /** Lists that are read: one within each document of a page of 100 counts a hundred times. */
      maxLists: positive.default(500),
    })
    .prefault({}),
  mails: z
    .strictObject({
      /**
       * Whatever is sent with `payload.sendEmail`, by the host and by Payload itself as well, goes
       * through the queue of the plugin's mails, and needs a worker. Otherwise only the plugin's do.
       */
      queueAll: z.boolean().default(false),
    })
    .prefault({}),
  signing: z
    .strictObject({
      /**
       * Ed25519: PEM (PKCS #8), base64 of it, a JWK or a JWK set, whose first key signs while the
       * others stay published. Absent: no certificates.
       */
      keys: signingKeys.optional(),
      /** `iss` of the certificates; default: `publicUrl`, else Payload's `serverURL`. */
      issuer: z.string().min(1).optional(),
    })
    .prefault({}),
  passwords: passwords.prefault({}),
  /** How often things may be tried; `false`: no limits, for a host that has its own. */
  rateLimits: z.union([z.literal(false), rateLimits]).prefault({}),
  /** Where links in mails lead, e.g. `https://partners.example.com`; default: Payload's `serverURL`. */
  publicUrl: z.url().optional(),
})

/** The options as a host writes them. */
export type ChannelPluginOptions = z.input<typeof optionsSchema>

type ParsedOptions = z.output<typeof optionsSchema>

/** The options with defaults in place; `slugs` and `fieldNames` are complete. */
export type ChannelOptions = Omit<ParsedOptions, 'approvalLimits' | 'fieldNames' | 'slugs'> & {
  approvalLimits: ApprovalLimits
  slugs: Slugs
  fieldNames: FieldNames
}

/**
 * @param users the slug of the users where the options name none
 * @throws Error that names each option at fault
 */
export const parseOptions = (
  input: ChannelPluginOptions,
  users: string = defaultSlugs.users,
): ChannelOptions => {
  const parsed = optionsSchema.superRefine(checkApprovalLimits).safeParse(input)
  if (!parsed.success)
    throw new Error(`payload-channel: wrong options\n${z.prettifyError(parsed.error)}`)
  const slugs = { ...defaultSlugs, users, ...parsed.data.slugs } as Slugs
  return {
    ...parsed.data,
    approvalLimits: approvalLimitsOf(parsed.data),
    slugs,
    fieldNames: { ...defaultFieldNames, ...parsed.data.fieldNames },
  }
}
