import { z } from 'zod'

import { ChannelError } from '../../src/domain/errors'

const schema = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\x21-\x7e]+$/)

/** The header for the documentation of a route that makes one `thing`. */
export const idempotencyHeader = (thing: string) => ({
  'Idempotency-Key': {
    schema,
    description: `The same key and body give the same ${thing}; another body gives 409.`,
  },
})

/** @throws INVALID_INPUT naming the header */
export const readIdempotencyKey = (headers: Headers): null | string => {
  const key = headers.get('idempotency-key')
  if (key === null) return null
  if (!schema.safeParse(key).success)
    throw new ChannelError('INVALID_INPUT', {
      path: 'Idempotency-Key',
      message: 'Send 1 to 255 visible ASCII characters.',
    })
  return key
}
