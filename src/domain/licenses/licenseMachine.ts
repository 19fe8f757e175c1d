import { defineMachine } from '../machine'

export const licenseStates = [
  'created',
  'deployed',
  'in_use',
  'renewed',
  'expired',
  'suspended',
  'terminated',
] as const

export type LicenseState = (typeof licenseStates)[number]

const stop = { suspend: ['suspended'], terminate: ['terminated'] } satisfies Record<
  string,
  LicenseState[]
>

/**
 * A renewal after expiry brings a license back; a terminated one stays so. A suspension does not end
 * by itself: time and renewals go on, but only somebody who resumes the license makes it valid again.
 */
export const licenseMachine = defineMachine<LicenseState>('created', {
  created: { to: { deploy: ['deployed'], renew: ['renewed'], expire: ['expired'], ...stop } },
  deployed: { to: { use: ['in_use'], renew: ['renewed'], expire: ['expired'], ...stop } },
  in_use: { to: { renew: ['renewed'], expire: ['expired'], ...stop } },
  renewed: {
    to: {
      deploy: ['deployed'],
      use: ['in_use'],
      renew: ['renewed'],
      unrenew: ['created', 'deployed', 'in_use'],
      expire: ['expired'],
      ...stop,
    },
  },
  expired: { to: { renew: ['renewed'], terminate: ['terminated'] } },
  suspended: {
    to: {
      resume: ['created', 'deployed', 'in_use', 'renewed', 'expired'],
      terminate: ['terminated'],
    },
  },
  terminated: { to: {} },
})

/** What staff may do with a license by hand; renewals are purchases, the rest follows events. */
export const licenseActions = ['suspend', 'resume', 'terminate'] as const
export type LicenseAction = (typeof licenseActions)[number]

/** Every way to go: those by hand, and those that a deployment, a report, a purchase or time takes. */
export type LicenseMove = LicenseAction | 'deploy' | 'expire' | 'renew' | 'unrenew' | 'use'

/** What the machine looks at; instants as ISO strings in UTC. */
export type Standing = {
  state: LicenseState
  resumeState?: LicenseState | null
  expiresAt?: null | string
  deployedAt?: null | string
  usage?: { reportedAt?: null | string } | null
}

export type Moved = {
  state: LicenseState
  resumeState: LicenseState | null
  stateChangedAt: string
}

/** Where a move goes that depends on the license; all others have one target. */
const targetOf: Partial<Record<LicenseMove, (license: Standing, now: Date) => LicenseState>> = {
  resume: ({ expiresAt, resumeState }, now) =>
    isPast(expiresAt, now) ? 'expired' : (resumeState ?? licenseMachine.initial),
  unrenew: (license) => stateUnrenewed(license),
}

/** Where a license is that was never renewed, by what is known of it. */
const stateUnrenewed = ({ deployedAt, usage }: Standing): LicenseState =>
  usage?.reportedAt ? 'in_use' : deployedAt ? 'deployed' : licenseMachine.initial

/** Whether a license has yet to be deployed; a renewed one that was before is so already. */
export const awaitsDeployment = (license: Standing): boolean =>
  licenseMachine.targets(license.state, 'deploy').length > 0 &&
  (license.state !== 'renewed' || stateUnrenewed(license) === licenseMachine.initial)

/**
 * What a move makes of a license, or `null` where its state does not allow it. A license that is
 * resumed goes back to where it was, unless it expired meanwhile.
 */
export const moveOf = (license: Standing, action: LicenseMove, now: Date): Moved | null => {
  if (action === 'deploy' && !awaitsDeployment(license)) return null
  const targets = licenseMachine.targets(license.state, action)
  const wanted = targetOf[action]?.(license, now) ?? targets[0]
  if (!wanted || !targets.includes(wanted)) return null
  return {
    state: wanted,
    resumeState: action === 'suspend' ? license.state : null,
    stateChangedAt: now.toISOString(),
  }
}

/** Whether a license has reached its expiry; one without never does. */
export const isPast = (expiresAt: null | string | undefined, now: Date): boolean =>
  typeof expiresAt === 'string' && Date.parse(expiresAt) <= now.getTime()
