import { z } from 'zod'

/** One line of text without control characters or broken surrogate pairs, trimmed, 1 to `max` characters. */
export const line = (max = 200) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Control characters are not allowed.')

/** Text of several lines without other control characters, trimmed, up to `max` characters. */
export const paragraph = (max = 4000) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'Control characters are not allowed.')

/** A document's ID: an opaque string on the wire. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/, 'Not an ID.')

/** An instant with its offset, kept in UTC; of the years that every database knows how to keep. */
export const instantInput = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .pipe(z.string().regex(/^(19|2\d)\d\d-/, 'Expected a year from 1900 to 2999.'))
