import { type BasePayload } from 'payload'

import { channelOf } from '../../channel'

/** The path of a page of the admin panel, e.g. `/collections/orders/1` → `/admin/collections/orders/1`. */
export const adminPath = ({ config }: Pick<BasePayload, 'config'>, page: string): string =>
  `${config.routes.admin === '/' ? '' : config.routes.admin}${page}`

/** A link to a page of the admin panel that works outside of it, in a mail. */
export const adminLink = (payload: Pick<BasePayload, 'config'>, page: string): string => {
  const origin = channelOf(payload).options.publicUrl ?? payload.config.serverURL ?? ''
  return `${origin.replace(/\/$/, '')}${adminPath(payload, page)}`
}
