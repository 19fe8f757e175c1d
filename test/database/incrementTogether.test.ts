import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { incrementTogether } from '../../src/database/incrementTogether'
import { readTogether } from '../../src/database/readTogether'
import { startTestApp, type TestApp } from '../support/startTestApp'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

describe('incrementTogether', () => {
  it('gives many callers at once numbers of their own, without gaps', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 20 }, () => incrementTogether(app, 'TOG-202603', 1)),
    )
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('answers who comes back in the very moment of an answer', async () => {
    for (const expected of [1, 2, 3])
      expect(await incrementTogether(app, 'TOG-202604', 1)).toBe(expected)
  })
})

describe('readTogether', () => {
  it('gives each of many callers its own document, and nothing where there is none', async () => {
    const names = ['Gold', 'Silver']
    for (const [level, name] of names.entries())
      await app.payload.create({ collection: 'tiers', data: { name, level: level + 1 } })
    const read = { collection: 'tiers' as const, key: 'name', links: {} }
    const found = await Promise.all(
      [...names, 'None', 'Gold'].map((name) => readTogether<{ name: string }>(app, read, name)),
    )
    expect(found.map((tier) => tier?.name)).toEqual(['Gold', 'Silver', undefined, 'Gold'])
    expect(await readTogether<{ name: string }>(app, read, 'Silver')).toMatchObject({
      name: 'Silver',
    })
  })
})
