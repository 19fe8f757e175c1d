import { z } from 'zod'

import { ChannelError } from '../../src/domain/errors'
import type { HandlerInput } from '../../src/api/defineEndpoint'

const HEADER = 'If-Match'
/** An entity tag, strong or weak, of a number; the number alone will do. */
const TAG = /^(?:W\/)?"?(\d{1,15})"?$/

/** The header for the documentation of a route that decides on what somebody has seen. */
export const ifMatchHeader = {
  [HEADER]: {
    schema: z.string().optional(),
    description: 'The revision that was seen, e.g. `"7"`; the same as `revision` in the body.',
  },
}

/** The tag of a document, to be sent back in `If-Match`. */
export const entityTag = (of: null | number | undefined): string => `"${of ?? 0}"`

/**
 * The revision that the caller has seen, from the body or the header.
 * @throws REVISION_REQUIRED where the host wants one; INVALID_INPUT
 */
export const readRevision = ({
  body,
  channel,
  req,
}: Pick<HandlerInput<unknown, unknown, { revision?: number }>, 'body' | 'channel' | 'req'>):
  number | undefined => {
  const seen = [body.revision, revisionOfHeader(req.headers)].filter((one) => one !== undefined)
  if (new Set(seen).size > 1)
    throw new ChannelError('INVALID_INPUT', {
      path: 'revision',
      message: `The body and ${HEADER} name different revisions.`,
    })
  if (seen.length === 0 && channel.options.requireRevision)
    throw new ChannelError('REVISION_REQUIRED', { path: 'revision' })
  return seen[0]
}

const revisionOfHeader = (headers: Headers): number | undefined => {
  const given = headers.get(HEADER)?.trim()
  if (given === undefined || given === '*') return undefined
  const [, digits] = TAG.exec(given) ?? []
  if (digits === undefined)
    throw new ChannelError('INVALID_INPUT', { path: HEADER, message: 'Send one revision.' })
  return Number(digits)
}
