import type { CollectionBeforeOperationHook } from 'payload'

import { callerOf } from '../../access/callerOf'
import { checkQuery } from './checkQuery'

/** For a host's own users: whoever has nothing to do with the channel asks as without the plugin. */
export const checkChannelQuery: CollectionBeforeOperationHook = (operation) =>
  callerOf(operation.req)?.roles.length ? checkQuery(operation) : operation.args
