import { z } from 'zod'

import type { ChannelPluginOptions } from './channelPluginOptions'
import { closable } from './domain/access/externalAccess'
import { collectionOverride } from './config/collectionOverride'
import { isCurrency } from './domain/money/money'
import {
  approvalLimitsOf,
  checkApprovalLimits,
  type ApprovalLimits,
} from './domain/orders/approvalLimits'
import { grantFaults } from './domain/grantFaults'
import type { RoleGrants } from './domain/grants'
import { defaultFieldNames, type FieldNames, type UserField } from './domain/accounts/userFields'
import { tellFaults } from './config/optionFaults'
import { passwords, positive, rateLimits, signingKeys } from './config/optionSchemas'
import { defaultSlugs, type SlugKey, type Slugs } from './slugs'

const fieldKeys = Object.keys(defaultFieldNames) as [UserField, ...UserField[]]
const fieldName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'Use letters and digits.')
const slugKeys = Object.keys(defaultSlugs) as [SlugKey, ...SlugKey[]]

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'Use lower-case letters, digits and hyphens.')
const currency = z.string().refine(isCurrency, 'Not an ISO 4217 currency code.')

/** How `ChannelPluginOptions` are checked, and their defaults; a test holds the two against each other. */
export const optionsSchema = z.strictObject({
  disabled: z.boolean().default(false),
  slugs: z.partialRecord(z.enum(slugKeys), slug).default({}),
  fieldNames: z.partialRecord(z.enum(fieldKeys), fieldName).default({}),
  admins: z.array(z.email()).default([]),
  overrides: z.partialRecord(z.enum(slugKeys), collectionOverride).default({}),
  currencies: z.array(currency).nonempty().default(['USD', 'EUR', 'CNY']),
  productTypes: z
    .array(z.string().min(1))
    .nonempty()
    .default(['enterprise', 'professional', 'addon']),
  regions: z.array(z.string().min(1)).nonempty().default(['americas', 'emea', 'apac']),
  roles: z
    .record(
      z.string().min(1),
      z.custom<RoleGrants>().superRefine((given, context) => {
        for (const fault of grantFaults(given)) context.addIssue({ code: 'custom', ...fault })
      }),
    )
    .default({}),
  externalAccess: z.record(z.string(), z.array(z.enum(closable))).default({}),
  agreement: z
    .strictObject({ version: z.string().min(1), en: z.string().min(1), zh: z.string().min(1) })
    .default({
      version: '1',
      en: 'I have read the partner agreement and place this order under its terms.',
      zh: '我已阅读合作伙伴协议，并按其条款提交此订单。',
    }),
  approvalLimits: z
    .record(z.string(), z.union([positive, z.record(z.string(), positive)]))
    .default({}),
  requireRevision: z.boolean().default(false),
  alerts: z
    .strictObject({
      expiryDays: z.array(positive.max(3_650)).nonempty().default([90, 60, 30]),
      inactiveDays: positive.default(30),
      irregularWindowDays: positive.default(60),
      irregularMinimumDays: positive.default(14),
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
      draftsPerPartner: positive.default(200),
      bodyBytes: positive.default(262_144),
    })
    .prefault({}),
  graphql: z
    .strictObject({
      introspection: z.boolean().optional(),
      maxTokens: positive.default(4_000),
      maxDepth: positive.default(16),
      maxRootFields: positive.default(20),
      maxAliases: positive.default(50),
      maxFragments: positive.default(50),
      maxLists: positive.default(500),
    })
    .prefault({}),
  mails: z
    .strictObject({
      queueAll: z.boolean().default(false),
    })
    .prefault({}),
  signing: z
    .strictObject({
      keys: signingKeys.optional(),
      issuer: z.string().min(1).optional(),
    })
    .prefault({}),
  passwords: passwords.prefault({}),
  rateLimits: z.union([z.literal(false), rateLimits]).prefault({}),
  publicUrl: z.url().optional(),
})

export type { ChannelPluginOptions }

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
    throw new Error(`payload-channel: wrong options\n${tellFaults(optionsSchema, parsed.error)}`)
  const slugs = { ...defaultSlugs, users, ...parsed.data.slugs } as Slugs
  return {
    ...parsed.data,
    approvalLimits: approvalLimitsOf(parsed.data),
    slugs,
    fieldNames: { ...defaultFieldNames, ...parsed.data.fieldNames },
  }
}
