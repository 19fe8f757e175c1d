import type { BasePayload, PayloadRequest } from 'payload'

import type { ResetRequest } from './reservePasswordReset'
import { resetRequestOf } from './resetRequestOf'

const underWay = new WeakMap<object, Set<Promise<void>>>()

/**
 * Does what is to be done about a lost password after the answer, which then comes as soon for an
 * address that nobody has. In this process: who gets no mail because it died asks again.
 */
export const recoverLater = (
  { payload }: PayloadRequest,
  collection: string,
  data: ResetRequest,
): void => {
  const all = underWay.get(payload.db) ?? new Set<Promise<void>>()
  underWay.set(payload.db, all)
  const work = recover(payload, collection as 'users', data).finally(() => all.delete(work))
  all.add(work)
}

/** Resolves when all that was asked for is done. */
export const settleRecoveries = async ({ db }: Pick<BasePayload, 'db'>): Promise<void> => {
  await Promise.all([...(underWay.get(db) ?? [])])
}

const recover = async (
  payload: BasePayload,
  collection: 'users',
  data: ResetRequest,
): Promise<void> => {
  try {
    // It was counted when it was asked for.
    const req = { context: { recovery: true } } as unknown as PayloadRequest
    await payload.forgotPassword({
      collection,
      data: (await resetRequestOf(payload, collection, data)) as { email: string },
      req,
    })
  } catch (error) {
    payload.logger.error({ err: error, msg: 'A mail about a new password was not made.' })
  }
}

/** The request as Payload's operation sees it when there is no such user: it answers, and does nothing. */
export const asNobody = (req: PayloadRequest): PayloadRequest => {
  const db = Object.create(req.payload.db, { findOne: { value: async () => null } }) as object
  const payload = Object.create(req.payload, { db: { value: db } }) as object
  return Object.create(req, { payload: { value: payload } }) as PayloadRequest
}
