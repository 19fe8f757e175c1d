import type { PayloadRequest } from 'payload'

import { slugsOf, userOf } from '../../channel'
import { ChannelError } from '../../domain/errors'

type Reader = { roles?: null | string[]; partnerActive?: boolean | null }

/**
 * Asked as the system: whose link this is, while it is good.
 * @throws FORBIDDEN for a user of an inactive partner, as for a link that is worth nothing
 */
export const userOfResetToken = async (
  req: PayloadRequest,
  token: string,
): Promise<null | Reader> => {
  const found = await req.payload.db.findOne<Reader & { id: number | string }>({
    collection: slugsOf(req.payload).users,
    where: {
      and: [
        { resetPasswordToken: { equals: token } },
        { resetPasswordExpiration: { greater_than: new Date().toISOString() } },
      ],
    },
    req,
  })
  const user: null | Reader = found && userOf(req.payload, found)
  if (user?.partnerActive === false) throw new ChannelError('FORBIDDEN')
  return user
}
