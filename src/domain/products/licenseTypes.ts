import { addUtcYears } from '../time/calendar'

/** How each license type is charged and how long it lasts. */
const table = {
  /** Charged for each year, ends after its years. */
  subscription: { perYear: true, ends: true },
  /** Charged once, never ends. */
  perpetual: { perYear: false, ends: false },
  /** Charged once, ends after its years. */
  trial: { perYear: false, ends: true },
} as const

export type LicenseType = keyof typeof table

export const licenseTypes = Object.keys(table) as LicenseType[]

/** How many times the unit price is charged for one unit. */
export const chargedYears = (type: LicenseType, durationYears: number): number =>
  table[type].perYear ? durationYears : 1

/** Whether there is an end to licenses of a type. */
export const mayEnd = (type: LicenseType): boolean => table[type].ends

/** When a license that starts at `startsAt` ends, by UTC calendar years; `null` = never. */
export const expiryOf = (type: LicenseType, startsAt: Date, durationYears: number): Date | null =>
  mayEnd(type) ? addUtcYears(startsAt, durationYears) : null

export const MAX_QUANTITY = 100_000

export const MAX_YEARS = 10
