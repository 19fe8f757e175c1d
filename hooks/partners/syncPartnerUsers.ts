import type { CollectionAfterChangeHook } from 'payload'

import { syncUsersOfPartner } from '../../src/operations/accounts/syncUsersOfPartner'

/** Users of a partner that is not active lose access at once, older tokens included. */
export const syncPartnerUsers: CollectionAfterChangeHook = async ({
  data,
  doc,
  previousDoc,
  req,
}) => {
  if (data.status !== previousDoc?.status)
    await syncUsersOfPartner(req, doc.id, data.status === 'ACTIVE')
  return doc
}
