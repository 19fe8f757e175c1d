import type { BasePayload, PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { channelOf } from '../../channel'
import type { ChannelOptions } from '../../options'

/** No total is that small. */
const NOTHING = -1

/**
 * The widest limit of the caller's roles in a currency, in its minor units; a role that the option
 * does not name may approve everything, one that it names nothing in other currencies.
 */
export const approvalLimitOf = (req: PayloadRequest, currency: string): number | undefined =>
  approvalLimitOfRoles(req.payload, callerOf(req)?.roles ?? [], currency)

/** Of whoever has these roles; `undefined` = no limit, or no role that approves at all. */
export const approvalLimitOfRoles = (
  payload: BasePayload,
  roles: string[],
  currency: string,
): number | undefined => {
  const { grants, options } = channelOf(payload)
  const approving = roles.filter((role) => grants[role]?.orders?.approve)
  const limit = Math.max(...approving.map((role) => limitOf(options, role, currency)))
  return Number.isFinite(limit) ? limit : undefined
}

const limitOf = ({ approvalLimits }: ChannelOptions, role: string, currency: string): number => {
  const limits = Object.hasOwn(approvalLimits, role) ? approvalLimits[role] : undefined
  return limits ? (limits[currency] ?? NOTHING) : Infinity
}
