import { z } from 'zod'

import { id } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { signCertificate } from '../../src/operations/licenses/signCertificate'

export const getCertificate = defineEndpoint({
  method: 'get',
  path: '/v1/licenses/:licenseId/certificate',
  tag: 'Certificates',
  summary: 'The certificate of a license as it is now: a compact JWS, signed with Ed25519',
  caller: 'user',
  params: z.object({ licenseId: id }),
  response: z.object({ certificate: z.string(), jwksUri: z.string() }),
  errors: ['UNAUTHENTICATED', 'NOT_FOUND', 'UNAVAILABLE'],
  handler: async ({ req, params, channel, now }) => {
    const certificate = await signCertificate(req, params.licenseId, now)
    const { config } = req.payload
    const origin = channel.options.publicUrl ?? (config.serverURL || req.origin || '')
    const jwksUri = `${origin.replace(/\/$/, '')}${config.routes.api}/v1/jwks.json`
    return { headers: { 'Cache-Control': 'no-store' }, body: { certificate, jwksUri } }
  },
})
