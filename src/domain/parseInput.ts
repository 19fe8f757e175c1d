import type { z } from 'zod'

import { ChannelError, type ErrorEntry } from './errors'

/** @throws INVALID_INPUT with one entry for each field at fault */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const entries = parsed.error.issues.slice(0, 50).map(({ message, path }): ErrorEntry => ({
    code: 'INVALID_INPUT',
    message,
    ...(path.length > 0 && { path: path.map(String).join('.') }),
  }))
  throw ChannelError.of(entries as [ErrorEntry, ...ErrorEntry[]])
}
