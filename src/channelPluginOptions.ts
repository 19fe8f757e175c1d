import type { CollectionOverride } from './config/collectionOverride'
import type { Closable } from './domain/access/externalAccess'
import type { RoleGrants } from './domain/grants'
import type { UserField } from './domain/accounts/userFields'
import type {
  AgreementOptions,
  AlertOptions,
  GraphqlOptions,
  LimitOptions,
  MailOptions,
  PasswordOptions,
  RateLimitOptions,
  SigningOptions,
} from './config/optionGroups'
import type { SlugKey } from './slugs'

/** What `channelPlugin` accepts; everything has a default. Wrong options stop the start, by name. */
export interface ChannelPluginOptions {
  /**
   * Keeps the schema, so that the database stays as it is, and adds nothing that acts.
   * @default false
   * @example channelPlugin({ disabled: process.env.CHANNEL === 'off' })
   */
  disabled?: boolean
  /**
   * Other slugs for the plugin's collections, by their name in code.
   * @example channelPlugin({ slugs: { products: 'channel-products', orders: 'partner-orders' } })
   */
  slugs?: Partial<Record<SlugKey, string>>
  /**
   * Other names for the fields that the plugin adds to users, by their name in code. The roles are in
   * `channelRoles` by default, the others are named as in code.
   * @example channelPlugin({ fieldNames: { roles: 'roles', partner: 'reseller' } })
   */
  fieldNames?: Partial<Record<UserField, string>>
  /**
   * E-mails of users that a start makes administrators of the channel, where they are not yet. Name
   * only users that are there: whoever registers under such an address would become one.
   * @example channelPlugin({ admins: ['boss@example.com'] })
   */
  admins?: string[]
  /**
   * The last word on a collection, by its name in code: all of it, or its fields alone.
   * @example
   * channelPlugin({
   *   overrides: {
   *     orders: ({ defaultCollection }) => ({ ...defaultCollection, defaultSort: '-total' }),
   *     partners: { fields: ({ defaultFields }) => [...defaultFields, { name: 'vat', type: 'text' }] },
   *   },
   * })
   */
  overrides?: Partial<Record<SlugKey, CollectionOverride>>
  /**
   * ISO 4217 codes that partners and price lists may use.
   * @default ['USD', 'EUR', 'CNY']
   * @example channelPlugin({ currencies: ['USD', 'JPY'] })
   */
  currencies?: string[]
  /**
   * Kinds of product, as shown in lists and statistics.
   * @default ['enterprise', 'professional', 'addon']
   * @example channelPlugin({ productTypes: ['server', 'desktop'] })
   */
  productTypes?: string[]
  /**
   * Where partners are, as shown in lists and statistics.
   * @default ['americas', 'emea', 'apac']
   * @example channelPlugin({ regions: ['north', 'south'] })
   */
  regions?: string[]
  /**
   * Roles of your own beside the plugin's: what each may do, in the shape of the exported `grants`.
   * @example channelPlugin({ roles: { auditor: { orders: { read: 'all' }, licenses: { read: 'all' } } } })
   */
  roles?: Record<string, RoleGrants>
  /**
   * What partners, customers and engineers may do with collections and globals of yours beyond what a
   * visitor may, by slug. Your own access rules apply all the same.
   * @example channelPlugin({ externalAccess: { pages: ['read'] } })
   */
  externalAccess?: Record<string, Closable[]>
  /**
   * What a partner accepts with each order; the version is kept on the order.
   * @example channelPlugin({ agreement: { version: '2026-01', en: 'I accept …', zh: '我接受……' } })
   */
  agreement?: AgreementOptions
  /**
   * The highest order total that a role may approve, by currency, in minor units. A role that is named
   * approves nothing in a currency that is not; one that is not named has no limit. A number alone
   * will do where there is one currency.
   * @example channelPlugin({ approvalLimits: { sales: { USD: 5_000_000, EUR: 4_500_000 } } })
   */
  approvalLimits?: Record<string, number | Record<string, number>>
  /**
   * Whoever decides on a document must say which revision of it was seen, by `revision` or `If-Match`.
   * @default false
   * @example channelPlugin({ requireRevision: true })
   */
  requireRevision?: boolean
  /**
   * When a license asks for attention.
   * @example channelPlugin({ alerts: { expiryDays: [120, 30], inactiveDays: 14 } })
   */
  alerts?: AlertOptions
  /**
   * Guards against what nobody means.
   * @example channelPlugin({ limits: { linesPerOrder: 50 } })
   */
  limits?: LimitOptions
  /**
   * How much one GraphQL request may ask for; ordinary clients come nowhere near.
   * @example channelPlugin({ graphql: { introspection: true, maxDepth: 20 } })
   */
  graphql?: GraphqlOptions
  /**
   * Which mails go through the plugin's queue.
   * @example channelPlugin({ mails: { queueAll: true } })
   */
  mails?: MailOptions
  /**
   * What certificates are signed with; without `keys` there are none.
   * @example channelPlugin({ signing: { keys: process.env.LICENSE_SIGNING_KEY } })
   */
  signing?: SigningOptions
  /**
   * What the passwords of users with a role of the plugin must be.
   * @example channelPlugin({ passwords: { minLength: 16 } })
   */
  passwords?: PasswordOptions
  /**
   * How often things may be tried; `false`: no limits, for an app that has its own.
   * @example channelPlugin({ rateLimits: { clientAddress: ({ headers }) => headers.get('x-real-ip') } })
   */
  rateLimits?: RateLimitOptions | false
  /**
   * Where links in mails lead.
   * @default Payload's `serverURL`
   * @example channelPlugin({ publicUrl: 'https://partners.example.com' })
   */
  publicUrl?: string
}
