import type { AfterErrorHook } from 'payload'

import { toErrorEntries } from '../src/http/toErrorEntries'

/** Payload's own routes answer errors with the same codes; what the admin panel reads stays. */
export const describeError: AfterErrorHook = ({ error, result }) => {
  const { entries, status } = toErrorEntries(error)
  const given = (result?.errors ?? []) as { message: string }[]
  const errors = entries.map((entry, index) => ({ ...given[index], ...entry }))
  return { status, response: { ...result, errors } }
}
