import { describe, expect, it } from '@jest/globals'
import {
  isPast,
  licenseMachine,
  licenseStates,
  moveOf,
  type LicenseMove,
  type LicenseState,
} from '../../../src/domain/licenses/licenseMachine'

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

  it('takes a license back only by resuming it, or by undoing its renewal', () => {
    const back = licenseStates.filter((state) => licenseMachine.allows(state, 'created'))
    expect(back).toEqual(['renewed', 'suspended'])
  })

  it('does not resume an expired or terminated license', () => {
    for (const state of ['expired', 'terminated'] as const)
      for (const to of ['created', 'deployed', 'in_use', 'suspended'] as const)
        expect(licenseMachine.allows(state, to)).toBe(false)
  })

  it('resumes a suspended license to any state that can be suspended, or expired', () => {
    const suspendable = licenseStates.filter((state) => licenseMachine.allows(state, 'suspended'))
    expect(licenseMachine.targets('suspended', 'resume').sort()).toEqual(
      [...suspendable, 'expired'].sort(),
    )
  })

  it('knows every state by name', () => {
    expect([...licenseMachine.states].sort()).toEqual([...licenseStates].sort())
  })
})

const now = new Date('2026-11-21T12:00:00.000Z')
const later = '2027-01-01T00:00:00.000Z'
const earlier = '2026-11-21T12:00:00.000Z'

describe('moveOf', () => {
  it.each<[LicenseState, LicenseMove, LicenseState | null]>([
    ['created', 'deploy', 'deployed'],
    ['created', 'use', null],
    ['deployed', 'use', 'in_use'],
    ['in_use', 'use', null],
    ['in_use', 'renew', 'renewed'],
    ['renewed', 'use', 'in_use'],
    ['renewed', 'renew', 'renewed'],
    ['expired', 'renew', 'renewed'],
    ['expired', 'use', null],
    ['expired', 'suspend', null],
    ['suspended', 'renew', null],
    ['suspended', 'expire', null],
    ['terminated', 'renew', null],
    ['terminated', 'resume', null],
  ])('takes a license that is %s by "%s" to %s', (state, action, expected) => {
    expect(moveOf({ state, expiresAt: later }, action, now)?.state ?? null).toBe(expected)
  })

  it('deploys a renewed license once only, but for one that nobody had deployed before', () => {
    const to = (known: object) =>
      moveOf({ state: 'renewed', expiresAt: later, ...known }, 'deploy', now)?.state ?? null
    expect([to({}), to({ deployedAt: earlier }), to({ usage: { reportedAt: earlier } })]).toEqual([
      'deployed',
      null,
      null,
    ])
  })

  it.each<[LicenseState | null, object]>([
    ['created', {}],
    ['created', { usage: { reportedAt: null }, deployedAt: null }],
    ['deployed', { deployedAt: earlier }],
    ['in_use', { deployedAt: earlier, usage: { reportedAt: earlier } }],
    ['in_use', { usage: { reportedAt: earlier } }],
    [null, { state: 'in_use', usage: { reportedAt: earlier } }],
    [null, { state: 'expired' }],
  ])('takes a license whose renewal is undone to %s, by %j', (expected, known) => {
    const license = { state: 'renewed' as const, expiresAt: later, ...known }
    expect(moveOf(license, 'unrenew', now)?.state ?? null).toBe(expected)
  })

  it.each<LicenseState>(['created', 'deployed', 'in_use', 'renewed'])(
    'takes a license that was %s there again after its suspension',
    (state) => {
      const suspended = moveOf({ state, expiresAt: later }, 'suspend', now)
      expect(suspended).toEqual({
        state: 'suspended',
        resumeState: state,
        stateChangedAt: now.toISOString(),
      })
      const resumed = moveOf({ ...suspended!, expiresAt: later }, 'resume', now)
      expect(resumed).toEqual({ state, resumeState: null, stateChangedAt: now.toISOString() })
    },
  )

  it('takes a license that expired while it was suspended to expired', () => {
    const suspended = { state: 'suspended', resumeState: 'in_use', expiresAt: earlier } as const
    expect(moveOf(suspended, 'resume', now)?.state).toBe('expired')
  })
})

describe('isPast', () => {
  it('counts the moment of the expiry itself, and never ends what has no expiry', () => {
    expect([earlier, later, null, undefined].map((at) => isPast(at, now))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
