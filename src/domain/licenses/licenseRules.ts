import type { LicenseState } from './licenseMachine'
import { isOver, type OveragePolicy } from './overage'

/** What the rules look at of a license; instants as ISO strings in UTC. */
export type JudgedLicense = {
  licenseId?: null | string
  state: LicenseState
  productType?: null | string
  limits: { workspaces: number; users: number }
  startsAt?: null | string
  expiresAt?: null | string
  deployedAt?: null | string
  usage?: { reportedAt?: null | string }
}

export type LicenseFacts = {
  /** `null` = there is none of that ID. */
  license: JudgedLicense | null
  /** Of the certificate that came along; `absent` = none came. */
  signature: 'absent' | 'invalid' | 'valid'
  overagePolicy?: null | OveragePolicy
  /** What the system that asks says of itself; what it leaves out is not judged. */
  asked: { productType?: string; workspaces?: number; users?: number }
  now: Date
}

/** The facts once it is known that there is a license: every rule but the first two. */
type Known = LicenseFacts & { license: JudgedLicense }

export type LicenseRule<Facts> = {
  code: string
  broken: (facts: Facts) => boolean
  detail: (facts: Facts) => string
}

/** A certificate that is not ours says nothing, not even which license there isn't. */
const identityRules = [
  {
    code: 'NOT_FOUND',
    broken: ({ license, signature }) => license === null && signature !== 'invalid',
    detail: () => 'There is no such license.',
  },
  {
    code: 'SIGNATURE_INVALID',
    broken: ({ signature }) => signature === 'invalid',
    detail: () => 'The certificate was not signed by us, or was changed since.',
  },
] as const satisfies LicenseRule<LicenseFacts>[]

/** In use or known to have been set up once; a renewal doesn't change that. */
const isDeployed = ({ deployedAt, state, usage }: JudgedLicense): boolean =>
  state === 'deployed' || state === 'in_use' || Boolean(deployedAt ?? usage?.reportedAt)

const isOverLimit = (
  { asked, license, overagePolicy }: Known,
  what: 'users' | 'workspaces',
): boolean => isOver(asked[what] ?? 0, license.limits[what], overagePolicy)

/** One row a rule; the first broken one is the verdict. */
const rules = [
  {
    code: 'TERMINATED',
    broken: ({ license }) => license.state === 'terminated',
    detail: () => 'The license was terminated.',
  },
  {
    code: 'SUSPENDED',
    broken: ({ license }) => license.state === 'suspended',
    detail: () => 'The license is suspended.',
  },
  {
    code: 'EXPIRED',
    broken: ({ license, now }) =>
      license.state === 'expired' ||
      (Boolean(license.expiresAt) && Date.parse(license.expiresAt as string) <= now.getTime()),
    detail: ({ license }) =>
      `The license expired${license.expiresAt ? on(license.expiresAt) : ''}.`,
  },
  {
    code: 'NOT_DEPLOYED',
    broken: ({ license }) => !isDeployed(license),
    detail: () => 'The license has not been deployed yet.',
  },
  {
    code: 'NOT_STARTED',
    broken: ({ license, now }) =>
      Boolean(license.startsAt) && Date.parse(license.startsAt as string) > now.getTime(),
    detail: ({ license }) => `The license starts${on(license.startsAt as string)}.`,
  },
  {
    code: 'PRODUCT_MISMATCH',
    broken: ({ asked, license }) =>
      asked.productType !== undefined && asked.productType !== license.productType,
    detail: ({ asked, license }) =>
      `The license is for ${license.productType}, not for ${asked.productType}.`,
  },
  {
    code: 'TOO_MANY_WORKSPACES',
    broken: (facts) => isOverLimit(facts, 'workspaces'),
    detail: ({ asked, license }) =>
      `${asked.workspaces} workspaces are in use; the license is for ${license.limits.workspaces}.`,
  },
  {
    code: 'TOO_MANY_USERS',
    broken: (facts) => isOverLimit(facts, 'users'),
    detail: ({ asked, license }) =>
      `${asked.users} users are active; the license is for ${license.limits.users}.`,
  },
] as const satisfies LicenseRule<Known>[]

const on = (instant: string): string => ` on ${instant.slice(0, 10)} (UTC)`

export type VerdictCode =
  'VALID' | (typeof identityRules)[number]['code'] | (typeof rules)[number]['code']

/** Every verdict: `VALID`, then the rules in the order of their precedence. */
export const verdictCodes = [
  'VALID',
  ...identityRules.map(({ code }) => code),
  ...rules.map(({ code }) => code),
] as [VerdictCode, ...VerdictCode[]]

export type Verdict = { valid: boolean; code: VerdictCode; detail: string }

/** The first rule that a license breaks at `now`, or `VALID`. */
export const judgeLicense = (facts: LicenseFacts): Verdict => {
  const stranger = identityRules.find(({ broken }) => broken(facts))
  if (stranger) return { valid: false, code: stranger.code, detail: stranger.detail() }
  const known = facts as Known
  const broken = rules.find((rule) => rule.broken(known))
  if (broken) return { valid: false, code: broken.code, detail: broken.detail(known) }
  return { valid: true, code: 'VALID', detail: 'The license is valid.' }
}
