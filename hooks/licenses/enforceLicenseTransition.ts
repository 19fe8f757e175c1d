import type { CollectionBeforeChangeHook } from 'payload'

import { ChannelError } from '../../src/domain/errors'
import { licenseMachine } from '../../src/domain/licenses/licenseMachine'

/** No write moves a license along a way that the machine lacks, nor gives it another ID. */
export const enforceLicenseTransition: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
}) => {
  if (operation === 'create') return data
  if (data.state !== undefined && data.state !== originalDoc.state)
    if (!licenseMachine.allows(originalDoc.state, data.state))
      throw new ChannelError('LICENSE_STATE_CONFLICT', { path: 'state' })
  return { ...data, licenseId: originalDoc.licenseId }
}
