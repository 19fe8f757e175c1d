import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import { expireLicenses } from '../../../src/operations/licenses/expireLicenses'
import { moveLicense } from '../../../src/operations/licenses/moveLicense'
import { startCompany, type Company, type Json } from '../../support/fixtures'
import { allOf, proveChains } from '../../support/proveWhole'
import { addLicenses, iso, NOW } from '../alerts/alertFixture'

let company: Company

const expire = () => expireLicenses(company.payload, NOW)
const stored = (collection: string, where: object = {}) => allOf(company.payload, collection, where)

beforeAll(async () => {
  company = await startCompany()
})
beforeEach(async () => {
  for (const collection of ['licenses', 'change-logs', 'events'] as const)
    await company.payload.db.deleteMany({ collection, where: {} })
})
afterAll(() => company.stop())

describe('expireLicenses', () => {
  it('expires what has reached its end, but nothing that is stopped', async () => {
    const past = { expiresAt: iso(0) }
    const ids = await addLicenses(
      company,
      { ...past, state: 'created' },
      { ...past, state: 'deployed' },
      { ...past, state: 'in_use' },
      { ...past, state: 'renewed' },
      { ...past, state: 'suspended', resumeState: 'in_use' },
      { ...past, state: 'terminated' },
      { state: 'in_use', expiresAt: iso(0.001) },
      { state: 'in_use', expiresAt: null },
    )
    expect(await expire()).toEqual({ expired: 4 })
    const licenses = await stored('licenses')
    const states = ids.map((id) => licenses.find((one) => one.id === id).state)
    expect(states).toEqual([
      'expired',
      'expired',
      'expired',
      'expired',
      'suspended',
      'terminated',
      'in_use',
      'in_use',
    ])
    expect(await expire()).toEqual({ expired: 0 })
  })

  it('writes the same as moving one license by itself', async () => {
    const alike = { state: 'in_use', stateReason: 'Paid late', expiresAt: iso(-1) }
    const [alone, first, second] = await addLicenses(company, alike, alike, alike)
    const req = await createLocalReq({}, company.payload)
    await moveLicense(req, alone as string, 'expire', {}, NOW)
    await expire()
    const bare = ({ createdAt: _c, hash: _h, id: _i, documentId: _d, dueAt: _a, ...rest }: Json) =>
      rest
    const traces = async (id: string) => {
      const [license] = await stored('licenses', { id: { equals: id } })
      const of = { documentId: { equals: id } }
      const { issueKey: _k, licenseId, ...fields } = license
      const events = (await stored('events', of)).map((event) => ({
        ...bare(event),
        data: { ...event.data, licenseId: event.data.licenseId === licenseId },
      }))
      return { license: bare(fields), log: (await stored('change-logs', of)).map(bare), events }
    }
    const expected = await traces(alone as string)
    expect(expected.log).toHaveLength(1)
    expect(expected.events).toHaveLength(1)
    expect(await traces(first as string)).toEqual(expected)
    expect(await traces(second as string)).toEqual(expected)
  })

  it('expires each license once when several workers are at it, its log in one chain', async () => {
    const many = Array.from({ length: 1_200 }, () => ({ expiresAt: iso(-1) }))
    await addLicenses(company, ...many)
    const counts = [...(await Promise.all([expire(), expire()])), await expire()]
    expect(await stored('licenses', { state: { equals: 'expired' } })).toHaveLength(1_200)
    expect(await stored('change-logs')).toHaveLength(1_200)
    expect(await stored('events')).toHaveLength(1_200)
    expect(counts.reduce((sum, { expired }) => sum + expired, 0)).toBe(1_200)
    await proveChains(company.payload)
  })
})
