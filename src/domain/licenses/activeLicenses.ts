import { licenseStates, type LicenseState } from './licenseMachine'

/** The states of licenses that count as inactive; all others are active, deployed or not. */
export const inactiveStates: LicenseState[] = ['expired', 'suspended', 'terminated']

export const activeStates = licenseStates.filter((state) => !inactiveStates.includes(state))
