import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import { slugsOf } from '../../src/channel'
import { idOf } from '../../src/domain/idOf'
import type { OrderItem } from '../../src/payload-types'
import { deletedDoc } from '../changeLog/rememberDeleted'

/** The system writes: totals are no one's to set. */
const refresh = async (req: PayloadRequest, order: OrderItem['order'] | undefined) => {
  const id = idOf(order ?? null)
  if (id !== null)
    await req.payload.update({
      collection: slugsOf(req.payload).orders,
      id,
      data: {},
      depth: 0,
      overrideAccess: true,
      req,
    })
}

/** A line that came or changed makes its order count again; `doc` may lack what a client did not select. */
export const refreshOrder: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  await refresh(req, data.order)
  return doc
}

/** So does a line that went. */
export const refreshOrderOfDeleted: CollectionAfterDeleteHook = async (deleted) => {
  const { collection, doc, id, req } = deleted
  await refresh(req, (deletedDoc(req, collection, id) ?? doc).order as OrderItem['order'])
}
