import type { PayloadRequest } from 'payload'

import { withFieldsOfCaller } from '../fieldOfCaller'
import { toErrorEntries } from '../toErrorEntries'

/** What GraphQL answers about an error: its words, and beside them the codes that REST answers. */
export const graphqlError = (req: PayloadRequest, error: Error) => {
  const { entries: found, status } = toErrorEntries(error, req.t)
  const entries = withFieldsOfCaller(req.payload, error, found)
  const [{ code, message } = { code: 'INTERNAL', message: 'Something went wrong.' }] = entries
  return { message, extensions: { code, name: error.name, statusCode: status, errors: entries } }
}
