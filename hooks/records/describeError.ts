import type { AfterErrorHook, PayloadRequest } from 'payload'

import { isHidden } from '../../access/isHidden'
import { ChannelError, type ErrorEntry } from '../../src/domain/errors'
import { codeOfFault } from '../../src/domain/payloadFault'
import { withFieldsOfCaller } from '../../src/api/fieldOfCaller'
import { toErrorEntries } from '../../src/api/toErrorEntries'

/** Payload's own routes answer errors with the same codes; what the admin panel reads stays. */
export const describeError: AfterErrorHook = async ({ collection, error, req, result }) => {
  const forbidden = toErrorEntries(error, req.t).status === 403
  const hidden = forbidden && (await isHidden(req, collection?.slug))
  const { entries, status } = toErrorEntries(hidden ? new ChannelError('NOT_FOUND') : error, req.t)
  const { retryAfter } = error as { retryAfter?: number }
  if (retryAfter !== undefined) {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('Retry-After', String(retryAfter))
  }
  const given = (result?.errors ?? []) as { message: string }[]
  const told = withFieldsOfCaller(req.payload, error, entries)
  const errors = told.map((entry, index) => ({
    ...marked(entry),
    ...given[index],
    ...entry,
    ...(speaksOther(req, error) && given[index] && { message: given[index].message }),
  }))
  return { status, response: withoutTables({ ...result, errors }) }
}

/** Payload's own errors, in another language than that of our messages. */
const speaksOther = (req: PayloadRequest, error: unknown): boolean =>
  !(req.i18n?.language ?? 'en').startsWith('en') && codeOfFault(error, req.t) !== undefined

/** A field's value that is taken comes with the name of a table. */
const withoutTables = <T>(response: T): T =>
  JSON.parse(JSON.stringify(response, (key, value) => (key === 'tableName' ? undefined : value)))

/** By this the panel marks a field, as it does with what Payload itself finds wrong. */
const marked = ({ message, path }: ErrorEntry) =>
  path === undefined ? {} : { data: { errors: [{ message, path }] } }
