import { z } from 'zod'

import { addUtcYears } from '../../src/domain/time/calendar'
import { id } from '../../src/domain/text'
import { dayOf, MOST_DAYS } from '../../src/domain/usage/usage'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { usageOf } from '../../src/operations/usage/usageOf'

/** A day, or an instant with an offset, which counts as its UTC day. */
const day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((value) => dayOf(new Date(value)))

const count = z.number().int()

export const getUsage = defineEndpoint({
  method: 'get',
  path: '/v1/licenses/:licenseId/usage',
  tag: 'Usage',
  summary: 'The peaks of usage of each UTC day, of two years unless told, and the limits',
  caller: 'user',
  params: z.object({ licenseId: id }),
  query: z
    .object({
      from: day
        .optional()
        .describe(
          `Two years before the end, if not given; at most ${MOST_DAYS} days are answered.`,
        ),
      to: day.optional().describe('Today, if not given.'),
    })
    .refine(({ from, to }) => !from || !to || from <= to, {
      message: 'This is before `from`.',
      path: ['to'],
    }),
  response: z.object({
    limits: z.object({ workspaces: count, users: count }),
    days: z.array(z.object({ day: z.string(), workspaces: count, users: count })),
  }),
  errors: ['INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'],
  handler: async ({ req, params, query, now }) => {
    const to = query.to ?? dayOf(now)
    const from = query.from ?? dayOf(addUtcYears(new Date(to), -2))
    const { days, license } = await usageOf(req, params.licenseId, { from, to })
    const { users, workspaces } = license.limits
    return {
      body: {
        limits: { workspaces, users },
        days: days.map((one) => ({
          day: one.day,
          workspaces: one.workspaces,
          users: one.users,
        })),
      },
    }
  },
})
