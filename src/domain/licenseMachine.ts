import { defineMachine } from './machine'

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

/** A renewal after expiry brings a license back; a terminated one stays so. */
export const licenseMachine = defineMachine<LicenseState>('created', {
  created: { to: { deploy: ['deployed'], renew: ['renewed'], expire: ['expired'], ...stop } },
  deployed: { to: { use: ['in_use'], renew: ['renewed'], expire: ['expired'], ...stop } },
  in_use: { to: { renew: ['renewed'], expire: ['expired'], ...stop } },
  renewed: {
    to: { deploy: ['deployed'], use: ['in_use'], renew: ['renewed'], expire: ['expired'], ...stop },
  },
  expired: { to: { renew: ['renewed'], terminate: ['terminated'] } },
  suspended: {
    to: {
      resume: ['created', 'deployed', 'in_use', 'renewed'],
      expire: ['expired'],
      terminate: ['terminated'],
    },
  },
  terminated: { to: {} },
})
