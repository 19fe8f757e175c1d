import { describe, expect, it } from '@jest/globals'
import { licenseMachine, licenseStates, type LicenseState } from '../../src/domain/licenseMachine'

describe('licenseMachine', () => {
  it('runs from created to expired, and a renewal brings an expired license back', () => {
    const life: LicenseState[] = ['created', 'deployed', 'in_use', 'renewed', 'expired', 'renewed']
    for (const [index, to] of life.slice(1).entries())
      expect([life[index], to, licenseMachine.allows(life[index] as LicenseState, to)]).toEqual([
        life[index],
        to,
        true,
      ])
  })

  it('ends with the termination, for good', () => {
    expect(licenseMachine.actions('terminated')).toEqual([])
  })

  it.each(licenseStates.filter((state) => state !== 'terminated'))(
    'can terminate a license that is %s',
    (state) => {
      expect(licenseMachine.targets(state, 'terminate')).toEqual(['terminated'])
    },
  )

  it.each(licenseStates)(
    'never takes a license that is %s back to where it was not yet',
    (state) => {
      const back = licenseMachine.allows(state, 'created')
      expect(back).toBe(state === 'suspended')
    },
  )

  it('does not resume an expired or terminated license', () => {
    for (const state of ['expired', 'terminated'] as const)
      for (const to of ['created', 'deployed', 'in_use', 'suspended'] as const)
        expect(licenseMachine.allows(state, to)).toBe(false)
  })

  it('resumes a suspended license to any state that can be suspended', () => {
    const suspendable = licenseStates.filter((state) => licenseMachine.allows(state, 'suspended'))
    expect(licenseMachine.targets('suspended', 'resume').sort()).toEqual([...suspendable].sort())
  })

  it('knows every state by name', () => {
    expect([...licenseMachine.states].sort()).toEqual([...licenseStates].sort())
  })
})
