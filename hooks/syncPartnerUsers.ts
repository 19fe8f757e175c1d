import type { CollectionAfterChangeHook } from 'payload'

import { syncUsersOfPartner } from '../src/operations/syncUsersOfPartner'

/** Users of a partner that is not active lose access at once, older tokens included. */
export const syncPartnerUsers: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (doc.status !== previousDoc?.status)
    await syncUsersOfPartner(req, doc.id, doc.status === 'ACTIVE')
  return doc
}
