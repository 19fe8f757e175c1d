import { generatePayloadCookie } from 'payload'
import { z } from 'zod'

import { defineEndpoint } from '../../src/api/defineEndpoint'
import { logInPartner } from '../../src/operations/accounts/logInPartner'

const credential = z.string().trim().min(1).max(254)

export const partnerLogin = defineEndpoint({
  method: 'post',
  path: '/v1/auth/partner-login',
  tag: 'Authentication',
  summary: 'Log in as a user of a partner, by user name or e-mail',
  caller: 'anybody',
  body: z
    .object({
      username: credential.optional(),
      email: credential.optional(),
      password: z.string().min(1).max(1000),
    })
    .refine(({ username, email }) => username ?? email, {
      message: 'Send a user name or an e-mail.',
      path: ['username'],
    }),
  response: z.object({
    token: z.string(),
    exp: z.number().int(),
    user: z.object({
      id: z.string(),
      email: z.string(),
      roles: z.array(z.string()),
      partner: z.object({ id: z.string(), name: z.string(), status: z.string() }),
    }),
  }),
  errors: ['INVALID_INPUT', 'INVALID_CREDENTIALS', 'TOO_MANY_REQUESTS'],
  handler: async ({ req, body, channel }) => {
    const login = (body.username ?? body.email) as string
    const { exp, partner, token, user } = await logInPartner(req, login, body.password)
    const { auth } = req.payload.collections[channel.options.slugs.users].config
    const cookie = generatePayloadCookie({
      collectionAuthConfig: auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token,
    })
    return {
      headers: { 'Set-Cookie': String(cookie) },
      body: {
        token,
        exp,
        user: {
          id: String(user.id),
          email: user.email,
          roles: user.roles ?? [],
          partner: { id: String(partner.id), name: partner.name, status: partner.status },
        },
      },
    }
  },
})
