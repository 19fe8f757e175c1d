import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { candidatesIn, leastLoaded } from '../../../src/domain/deployments/assignment'

const regions = ['emea', 'apac', null] as const
const person = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('Ada', 'Bob', 'Cy'),
  region: fc.constantFrom(...regions),
  active: fc.constantFrom(true, false, null),
  load: fc.nat(3),
})
const team = fc.uniqueArray(person, { maxLength: 8, selector: ({ id }) => id })
const pick = (people: Parameters<typeof leastLoaded>[0], region: null | string) =>
  leastLoaded(candidatesIn(people, region))

describe('candidatesIn', () => {
  const ada = { id: 1, name: 'Ada', region: 'emea', active: true }
  const bob = { id: 2, name: 'Bob', region: 'apac', active: true }
  const cy = { id: 3, name: 'Cy', region: 'apac', active: false }

  it.each([
    ['the region’s own', [ada, bob, cy], 'emea', [ada]],
    ['nobody who has left', [cy, bob], 'apac', [bob]],
    ['any active one where the region has only one who has left', [ada, cy], 'apac', [ada]],
    ['everybody where no region is known', [ada, bob], null, [ada, bob]],
    ['nobody where there is nobody', [cy], 'apac', []],
  ])('are %s', (_words, people, region, expected) => {
    expect(candidatesIn(people, region)).toEqual(expected)
  })
})

describe('leastLoaded', () => {
  it('never picks one who is not active, and somebody whenever one is', () => {
    fc.assert(
      fc.property(team, fc.constantFrom(...regions), (people, region) => {
        const picked = pick(people, region)
        expect(picked === null).toBe(people.every(({ active }) => active !== true))
        if (picked) expect(picked).toMatchObject({ active: true })
      }),
    )
  })

  it('picks nobody of another region while the region has someone', () => {
    fc.assert(
      fc.property(team, fc.constantFrom('emea', 'apac'), (people, region) => {
        const local = people.some((one) => one.active === true && one.region === region)
        if (local) expect(pick(people, region)).toMatchObject({ region })
      }),
    )
  })

  it('picks one with the least to do, and the same one in whatever order they come', () => {
    fc.assert(
      fc.property(team, fc.constantFrom(...regions), (people, region) => {
        const picked = pick(people, region)
        const loads = candidatesIn(people, region).map(({ load }) => load)
        if (picked) expect(picked.load).toBe(Math.min(...loads))
        expect(pick(people.toReversed(), region)).toEqual(picked)
      }),
    )
  })

  it('picks the first by name of those with equally much to do', () => {
    const people = ['Cy', 'Ada', 'Bob'].map((name, id) => ({ id, name, active: true, load: 2 }))
    expect(leastLoaded(people)).toMatchObject({ name: 'Ada' })
  })
})
