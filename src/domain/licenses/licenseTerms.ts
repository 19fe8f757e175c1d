import { z } from 'zod'

import { addUtcYears } from '../time/calendar'
import { instantOf } from '../time/instantOf'
import { expiryOf, licenseTypes, mayEnd } from '../products/licenseTypes'
import { parseInput } from '../parseInput'
import { MAX_LIMIT, MAX_TERM_YEARS } from '../purchases/purchases'

/** As every database keeps it, and before any software was sold. */
const EARLIEST = new Date('1900-01-01T00:00:00.000Z')

/** As long as those of the API last that name none. */
const DEFAULT_YEARS = 1

const limit = z.number().int().min(0).max(MAX_LIMIT)

/** Forms send instants as text, GraphQL as dates; an empty field is none. */
const toDate = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' ? new Date(instantOf(value) ?? NaN) : value || undefined

const schema = (now: Date) => {
  const latest = addUtcYears(now, MAX_TERM_YEARS)
  const instant = z.preprocess(toDate, z.date().min(EARLIEST).max(latest).optional())
  return z
    .object({
      licenseType: z.enum(licenseTypes),
      seats: limit.min(1),
      limits: z.object({ workspaces: limit, users: limit }),
      startsAt: instant,
      expiresAt: instant,
    })
    .superRefine(({ expiresAt, licenseType, startsAt = now }, context) => {
      if (!expiresAt) return
      const fault = (message: string) =>
        context.addIssue({ code: 'custom', path: ['expiresAt'], message })
      if (!mayEnd(licenseType)) fault('A perpetual license never ends.')
      else if (expiresAt <= startsAt) fault('A license ends after it starts.')
    })
}

/**
 * When a license starts and ends that somebody makes by hand, held to what purchases can go on from.
 * One that names no end lasts as long as its type does by default.
 * @param wanted the fields of its document as they came
 * @returns instants as ISO strings in UTC; `expiresAt` is `null` for one that never ends
 * @throws INVALID_INPUT with one entry for each field at fault
 */
export const newLicenseTerms = (
  wanted: object,
  now: Date,
): { startsAt: string; expiresAt: null | string } => {
  const { expiresAt, licenseType, startsAt = now } = parseInput(schema(now), wanted)
  const end = expiresAt ?? expiryOf(licenseType, startsAt, DEFAULT_YEARS)
  return { startsAt: startsAt.toISOString(), expiresAt: end?.toISOString() ?? null }
}
