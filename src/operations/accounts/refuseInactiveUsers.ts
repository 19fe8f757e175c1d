import type { AuthStrategyFunction, Payload } from 'payload'

import { slugsOf, userOf } from '../../channel'

/**
 * A user of an inactive partner is nobody, by whatever token or key: for Payload's own routes
 * (preferences, tokens, the panel) as for ours. Every way in asks the strategies.
 */
export const refuseInactiveUsers = (payload: Payload): void => {
  payload.authStrategies = payload.authStrategies.map((strategy) => ({
    ...strategy,
    authenticate: activeOnly(payload, strategy.authenticate),
  }))
}

const activeOnly =
  (payload: Payload, authenticate: AuthStrategyFunction): AuthStrategyFunction =>
  async (args) => {
    const result = await authenticate(args)
    const { user } = result
    const isInactive =
      user?.collection === slugsOf(payload).users && userOf(payload, user).partnerActive === false
    return isInactive ? { ...result, user: null } : result
  }
