import { z } from 'zod'

import { capitalNumber } from './capitalNumber'
import { instantOf } from './time/instantOf'
import { isTwisted, isVisible, tidyText } from './visibleText'

/** One line of text without control characters or broken surrogate pairs, trimmed, 1 to `max` characters. */
export const line = (max = 200) =>
  z
    .string()
    .overwrite(tidyText)
    // What is empty is told once.
    .min(1, { abort: true })
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Control characters are not allowed.')
    .refine(isVisible, 'Expected text that can be seen.')
    .refine((text) => !isTwisted(text), 'Control characters are not allowed.')

/** Text of several lines without other control characters, trimmed, up to `max` characters. */
export const paragraph = (max = 4000) =>
  z
    .string()
    .overwrite((text) => text.normalize('NFC').trim())
    .max(max)
    .refine((text) => !isTwisted(text), 'Control characters are not allowed.')
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'Control characters are not allowed.')

/** A document's ID: an opaque string on the wire; a license's own in whatever case. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/, 'Not an ID.')
  .overwrite(capitalNumber)

/** An instant with its zone, or a day, kept in UTC; of the years that every database knows how to keep. */
export const instantInput = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .refine((text) => instantOf(text) !== undefined, 'Expected a year from 1900 to 2999.')
  .transform((text) => instantOf(text) as string)
