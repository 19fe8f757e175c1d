import type { CollectionBeforeDeleteHook } from 'payload'

import { removeNotifications } from '../../src/operations/events/removeNotifications'

/** A notification belongs to its recipient, and can't be without one. */
export const deleteNotifications: CollectionBeforeDeleteHook = ({ id, req }) =>
  removeNotifications(req, id)
