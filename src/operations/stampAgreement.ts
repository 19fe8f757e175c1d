import type { PayloadRequest } from 'payload'

import { channelOf } from '../channel'

type Agreement = { agreementAcknowledged?: boolean | null }

/** Version and time of an agreement that was just accepted; both cleared when it is withdrawn. */
export const stampAgreement = (
  { payload }: Pick<PayloadRequest, 'payload'>,
  data: Agreement,
  before: Agreement | undefined,
  now: Date,
): Record<string, null | string> => {
  const accepted = data.agreementAcknowledged ?? before?.agreementAcknowledged ?? false
  if (accepted === (before?.agreementAcknowledged ?? false)) return {}
  const { version } = channelOf(payload).options.agreement
  return {
    agreementVersion: accepted ? version : null,
    agreementDate: accepted ? now.toISOString() : null,
  }
}
