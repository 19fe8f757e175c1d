import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { defineMachine } from '../../src/domain/machine'

const door = defineMachine('closed', {
  closed: { to: { open: ['opened'], lock: ['locked'] } },
  opened: { to: { close: ['closed'] } },
  locked: { to: { unlock: ['closed', 'opened'] } },
})

describe('defineMachine', () => {
  it('refuses a table that leads to an unknown state, naming both', () => {
    expect(() => defineMachine<string>('draft', { draft: { to: { go: ['gone'] } } })).toThrow(
      /"draft".*"gone"/,
    )
  })

  it('refuses a table with a state that can not be reached, naming it', () => {
    const rows = { draft: { to: {} }, island: { to: { sail: ['island', 'draft'] } } }
    expect(() => defineMachine<string>('draft', rows)).toThrow(/"island"/)
  })

  it('refuses a ring of states that only lead to each other', () => {
    const rows = { draft: { to: {} }, a: { to: { go: ['b'] } }, b: { to: { go: ['a'] } } }
    expect(() => defineMachine<string>('draft', rows)).toThrow(/"a.*b"/)
  })

  it('refuses a start that is no state, naming it', () => {
    expect(() => defineMachine<string>('nowhere', { draft: { to: {} } })).toThrow(/"nowhere"/)
  })

  it.each(['constructor', 'toString', '__proto__'])(
    'takes nothing that every object has for a state: %s',
    (name) => {
      expect(() => defineMachine<string>('a', { a: { to: { go: [name] } } })).toThrow(
        /unknown state/,
      )
      const machine = defineMachine<string>('a', { a: { to: {} } })
      expect(machine.allows(name, 'a')).toBe(false)
      expect(machine.allows('a', name)).toBe(false)
      expect(machine.targets('a', name)).toEqual([])
      expect(machine.targets(name, 'go')).toEqual([])
      expect(machine.actions(name)).toEqual([])
    },
  )

  it('tells where an action leads, what can be done, and what is allowed', () => {
    expect(door.states).toEqual(['closed', 'opened', 'locked'])
    expect(door.targets('locked', 'unlock')).toEqual(['closed', 'opened'])
    expect(door.targets('opened', 'lock')).toEqual([])
    expect(door.actions('closed')).toEqual(['open', 'lock'])
    expect(door.allows('closed', 'locked')).toBe(true)
    expect(door.allows('opened', 'locked')).toBe(false)
    expect(door.allows('closed', 'closed')).toBe(false)
  })

  it('takes a table exactly when a walk from the start sees every state', () => {
    const names = ['a', 'b', 'c', 'd']
    const anyTable = fc.array(fc.subarray(names), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(anyTable, (targets) => {
        // Reachability by repeated squaring of the adjacency matrix, not by a walk.
        let paths = names.map((_from, i) =>
          names.map((to, j) => i === j || (targets[i] as string[]).includes(to)),
        )
        for (let round = 0; round < 3; round++)
          paths = paths.map((line) =>
            line.map((_old, to) => line.some((step, via) => step && paths[via]?.[to])),
          )
        const rows = Object.fromEntries(
          names.map((name, i) => [name, { to: { go: targets[i] ?? [] } }]),
        )
        const define = () => defineMachine<string>('a', rows)
        if (paths[0]?.every(Boolean)) expect(define().states).toEqual(names)
        else expect(define).toThrow(/No path/)
      }),
    )
  })
})
