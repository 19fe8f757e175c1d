import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'

/** RFC 3339 with its zone, or a day, which is the midnight that it begins with in UTC. */
const written =
  /^(?:19|2\d)\d\d-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/

/**
 * The instant that a client's text means, in UTC; `undefined` where it means none: another form,
 * whose meaning would depend on who reads it, a day that the month lacks, or a year before 1900.
 */
export const instantOf = (text: string): string | undefined => {
  if (!written.test(text) || !isValid(parseISO(text.slice(0, 10)))) return undefined
  return new Date(text).toISOString()
}

/** What a client may give for a date: text, or what GraphQL has made of it. */
export const isInstant = (value: unknown): boolean =>
  value instanceof Date
    ? isValid(value) && instantOf(value.toISOString()) !== undefined
    : typeof value === 'string' && instantOf(value) !== undefined
