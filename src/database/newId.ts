import type { BasePayload } from 'payload'

import { v7 } from 'uuid'

type DocumentAdapter = {
  connection: { base: { Types: { ObjectId: new () => { toHexString: () => string } } } }
}

/**
 * An ID for a document that is about to be written: an ObjectId on MongoDB, of the driver's own, so
 * that all of a process sort by their making; UUID v7 where the database keeps text IDs in SQL;
 * `undefined` where it gives numbers of its own.
 */
export const newId = ({ db }: Pick<BasePayload, 'db'>): string | undefined => {
  if (db.name === 'mongoose') {
    const { Types } = (db as unknown as DocumentAdapter).connection.base
    return new Types.ObjectId().toHexString()
  }
  return db.defaultIDType === 'text' ? v7() : undefined
}
