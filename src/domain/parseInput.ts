import type { z } from 'zod'

import { ChannelError, type ErrorEntry } from './errors'

/** @throws INVALID_INPUT with one entry for each field at fault */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const entries = parsed.error.issues
    .flatMap(faultsOf)
    .slice(0, 50)
    .map(({ message, path }): ErrorEntry => ({
      code: 'INVALID_INPUT',
      message,
      ...(path.length > 0 && { path: path.map(String).join('.') }),
    }))
  throw ChannelError.of(entries as [ErrorEntry, ...ErrorEntry[]])
}

type Fault = { message: string; path: PropertyKey[] }

/** A field too many is named itself, rather than what it stands in. */
const faultsOf = (issue: z.core.$ZodIssue): Fault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        message: 'There is no such field to set.',
        path: [...issue.path, key],
      }))
    : [issue]
