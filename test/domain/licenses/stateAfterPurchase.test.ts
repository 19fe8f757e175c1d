import { describe, expect, it } from '@jest/globals'

import type { LicenseState } from '../../../src/domain/licenses/licenseMachine'
import type { Purchase } from '../../../src/domain/purchases/purchases'
import { stateAfterPurchase } from '../../../src/domain/licenses/stateAfterPurchase'

const now = new Date('2026-11-21T12:00:00.000Z')
const ahead = '2027-11-21T12:00:00.000Z'
const past = '2026-11-20T12:00:00.000Z'

const origin: Purchase = { id: 'o', type: 'new' }
const renewal: Purchase = { id: 'r', type: 'renewal' }
const second: Purchase = { id: 's', type: 'renewal' }
const undone: Purchase = { id: 'u', type: 'renewal', reverses: 'r' }

type Case = [string, Purchase[], string, LicenseState, object]

describe('stateAfterPurchase', () => {
  it.each<Case>([
    ['a renewal renews', [renewal], ahead, 'in_use', { state: 'renewed', stateReason: null }],
    ['a renewal brings back', [renewal], ahead, 'expired', { state: 'renewed' }],
    ['a renewal of what stays in the past does not', [renewal], past, 'expired', {}],
    ['an undone one goes back', [renewal, undone], ahead, 'renewed', { state: 'deployed' }],
    ['an undone one may be the end', [renewal, undone], past, 'renewed', { state: 'expired' }],
    ['another one is left', [renewal, second, undone], ahead, 'renewed', {}],
    ['it is used again since', [renewal, undone], ahead, 'in_use', {}],
    ['an expansion is no matter', [{ id: 'e', type: 'expansion' }], ahead, 'expired', {}],
    ['nothing comes after the end', [renewal], ahead, 'terminated', {}],
  ])('says that %s', (_words, purchases, expiresAt, state, expected) => {
    const license = { state, deployedAt: past }
    const after = stateAfterPurchase(license, [origin, ...purchases], expiresAt, now)
    expect(after).toEqual(Object.keys(expected).length > 0 ? expect.objectContaining(expected) : {})
  })

  it.each<[string, Purchase[], string, LicenseState, object]>([
    ['renewed', [renewal], ahead, 'in_use', { resumeState: 'renewed' }],
    ['where it was', [renewal, undone], ahead, 'renewed', { resumeState: 'deployed' }],
    ['where it was, used again', [renewal, undone], ahead, 'in_use', {}],
    ['expired', [renewal, undone], past, 'renewed', { resumeState: 'expired' }],
  ])('lets a stopped license be resumed to %s', (_words, purchases, expiresAt, was, expected) => {
    const license = { state: 'suspended' as const, resumeState: was, deployedAt: past }
    expect(stateAfterPurchase(license, [origin, ...purchases], expiresAt, now)).toEqual(expected)
  })
})
