import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { overagePolicyChoices } from '../../../collections/choices'
import { isOver, overagePolicies, type OveragePolicy } from '../../../src/domain/licenses/overage'

const anyCount = fc.integer({ min: 0, max: 1_000_000_000 })

describe('isOver', () => {
  it.each<[OveragePolicy, number, number]>([
    ['none', 10, 11],
    ['x1_25', 12, 13],
    ['x1_5', 15, 16],
    ['x2', 20, 21],
  ])('with %s, of a limit of 10, allows %i but not %i', (policy, most, tooMany) => {
    expect([isOver(most, 10, policy), isOver(tooMany, 10, policy)]).toEqual([false, true])
  })

  it('lets the policy "always" use any number', () => {
    expect(isOver(1_000_000_000, 0, 'always')).toBe(false)
  })

  it('is as strict as can be where a product has no policy', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (used, limit) => {
        expect(isOver(used, limit, null)).toBe(used > limit)
        expect(isOver(used, limit, undefined)).toBe(isOver(used, limit, 'none'))
      }),
    )
  })

  it('never allows less by a wider policy', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (used, limit) => {
        const verdicts = overagePolicies.map((policy) => isOver(used, limit, policy))
        expect(verdicts).toEqual([...verdicts].sort((a, b) => Number(b) - Number(a)))
      }),
    )
  })

  it('knows every policy that a product can be given', () => {
    expect(overagePolicyChoices.map(([value]) => value)).toEqual(overagePolicies)
  })
})
