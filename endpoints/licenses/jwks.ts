import { z } from 'zod'

import { defineEndpoint } from '../../src/api/defineEndpoint'

/** Short: a key that is taken back must not be believed for long. */
const CACHE = 'public, max-age=300'

export const jwks = defineEndpoint({
  method: 'get',
  path: '/v1/jwks.json',
  tag: 'Certificates',
  summary: 'The public keys that license certificates are checked with, the signing one first',
  caller: 'anybody',
  response: z.object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
        alg: z.literal('EdDSA'),
        use: z.literal('sig'),
      }),
    ),
  }),
  errors: [],
  handler: async ({ channel }) => {
    const known = channel.options.signing.keys?.publicKeys.values() ?? []
    return { headers: { 'Cache-Control': CACHE }, body: { keys: [...known].map(({ jwk }) => jwk) } }
  },
})
