import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { channelOf } from '../../channel'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import type { Order } from '../../payload-types'

type Agreement = {
  agreementAcknowledged?: boolean | null
  /** The version that whoever accepts it has read, where that is said. */
  agreementVersion?: null | string
}
type Before = Pick<Order, 'partner'> & Agreement

/**
 * Version and time of an agreement that was just accepted; both cleared when it is withdrawn.
 * @param before the order that the words are about; one that is being made has its partner alone
 * @throws AGREEMENT_CHANGED where an older version was read; FORBIDDEN for anybody but the partner
 */
export const stampAgreement = (
  req: PayloadRequest,
  data: Agreement,
  before: Before,
  now: Date,
): Record<string, null | string> => {
  const { version } = channelOf(req.payload).options.agreement
  const was = before.agreementAcknowledged ?? false
  const accepted = data.agreementAcknowledged ?? was
  const read = accepted ? (data.agreementVersion ?? null) : null
  if (read !== null && read !== version)
    throw new ChannelError('AGREEMENT_CHANGED', {
      path: 'agreementVersion',
      details: { version },
    })
  const isNewer = read !== null && before.agreementVersion !== version
  if (accepted === was && !isNewer) return {}
  if (accepted) requireOwn(req, before)
  return {
    agreementVersion: accepted ? version : null,
    agreementDate: accepted ? now.toISOString() : null,
  }
}

/** Nobody accepts for another; the system takes over what was accepted elsewhere. */
const requireOwn = (req: PayloadRequest, { partner }: Before): void => {
  const caller = callerOf(req)
  if (caller && caller.links.partner !== idOf(partner))
    throw new ChannelError('FORBIDDEN', {
      path: 'agreementAcknowledged',
      message: 'The partner accepts the agreement itself.',
    })
}
