import { generateExpiredPayloadCookie, logoutOperation } from 'payload'
import { z } from 'zod'

import { defineEndpoint } from '../../src/api/defineEndpoint'

export const partnerLogout = defineEndpoint({
  method: 'post',
  path: '/v1/auth/partner-logout',
  tag: 'Authentication',
  summary: 'End the session; its token is worth nothing from now on',
  caller: 'user',
  response: z.object({ success: z.literal(true) }),
  errors: ['UNAUTHENTICATED'],
  handler: async ({ req, channel }) => {
    const collection = req.payload.collections[channel.options.slugs.users]
    await logoutOperation({ collection, req })
    const cookie = generateExpiredPayloadCookie({
      collectionAuthConfig: collection.config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
    })
    return { headers: { 'Set-Cookie': String(cookie) }, body: { success: true as const } }
  },
})
