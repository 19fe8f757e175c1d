import { idOf } from '../idOf'
import {
  isPast,
  licenseMachine,
  moveOf,
  type LicenseMove,
  type Moved,
  type Standing,
} from './licenseMachine'
import { isRenewed, type Purchase } from '../purchases/purchases'

/**
 * What a purchase makes of its license's state; nothing where it leaves that alone.
 * @param license before it
 * @param purchases of the license, in their order, up to this one
 * @param expiresAt when the license ends with it, ISO UTC; `null` = never
 */
export const stateAfterPurchase = (
  license: Standing,
  purchases: Purchase[],
  expiresAt: null | string,
  now: Date,
): Partial<Moved & { stateReason: null }> => {
  const move = moveBy(purchases, isPast(expiresAt, now))
  if (!move) return {}
  // Whoever resumes a license finds it as its purchases have left it meanwhile.
  const { resumeState, state } = license
  const isStopped = state === 'suspended'
  const from = isStopped ? (resumeState ?? licenseMachine.initial) : state
  const moved = moveOf({ ...license, state: from }, move, now)
  if (!moved) return {}
  return isStopped ? { resumeState: moved.state } : { ...moved, stateReason: null }
}

/**
 * A renewal brings an expired license back; one that is undone may leave it expired, or, when no
 * other is left, where it would be without.
 */
const moveBy = (purchases: Purchase[], isOver: boolean): LicenseMove | null => {
  const { reverses, type } = purchases.at(-1) as Purchase
  if (type !== 'renewal') return null
  if (idOf(reverses) === null) return isOver ? null : 'renew'
  if (isOver) return 'expire'
  return isRenewed(purchases) ? null : 'unrenew'
}
