import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'

import { writeUsage } from '../../../src/operations/usage/writeUsage'
import type { UsageReport } from '../../../src/operations/usage/writeUsageDocuments'
import { writeUsageDocuments } from '../../../src/operations/usage/writeUsageDocuments'
import { dayKeyOf } from '../../../src/domain/usage/usage'
import { startCompany, type Company, type Json } from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

let company: Company
beforeAll(async () => {
  company = await startCompany()
})
afterAll(async () => company?.stop())

const makeLicense = async (): Promise<Json> =>
  company.payload.create({
    collection: 'licenses',
    data: {
      product: company.ids.suite as string,
      customer: company.ids.acme as string,
      licenseType: 'subscription',
    } as never,
    depth: 0,
  })

const reportOf = ({ customer, id }: Json, reportedAt: string, figures: object): UsageReport => {
  const day = reportedAt.slice(0, 10)
  return {
    ...{ license: id, customer, partner: null, workspaces: 1, users: 1, reportedAt, day },
    dayKey: dayKeyOf({ license: id, customer, partner: null }, day),
    reportKey: `${id}:${reportedAt}`,
    ...figures,
  }
}

const ways = {
  'by the database’s own statement': (req: PayloadRequest, report: UsageReport) =>
    writeUsage(req, report, new Date()),
  'by steps, as where there are no transactions': writeUsageDocuments,
}

describe.each(Object.entries(ways))('a usage report, written %s', (_words, write) => {
  const writeAll = async (reports: UsageReport[]): Promise<boolean[]> =>
    Promise.all(
      reports.map(async (report) => write(await createLocalReq({}, company.payload), report)),
    )

  const usageOf = async ({ id }: Json): Promise<Json> => {
    const where = { license: { equals: id } }
    const [license] = await allOf(company.payload, 'licenses', { id: { equals: id } })
    const days = await allOf(company.payload, 'usage-days', where, 'day')
    return {
      latest: license.usage,
      reports: (await allOf(company.payload, 'usage-reports', where)).length,
      days: days.map(({ day, reports, users, workspaces }) => [day, reports, workspaces, users]),
    }
  }

  const burst = (license: Json): UsageReport[] =>
    Array.from({ length: 30 }, (_, n) =>
      reportOf(license, `2026-03-0${1 + (n % 2)}T10:00:${String(n).padStart(2, '0')}.000Z`, {
        workspaces: n,
        users: 30 - n,
      }),
    )

  const whole = {
    latest: { workspaces: 29, users: 1, reportedAt: '2026-03-02T10:00:29.000Z' },
    reports: 30,
    days: [
      ['2026-03-01', 15, 28, 30],
      ['2026-03-02', 15, 29, 29],
    ],
  }

  it('counts once, with thirty at the same moment that each come twice', async () => {
    const license = await makeLicense()
    const reports = burst(license)
    const isNew = await writeAll([...reports, ...reports])
    expect(isNew.filter(Boolean)).toHaveLength(30)
    expect(await usageOf(license)).toEqual(whole)
  })

  it('changes nothing when all come again, in another order', async () => {
    const license = await makeLicense()
    await writeAll(burst(license))
    expect(await writeAll(burst(license).reverse())).not.toContain(true)
    expect(await usageOf(license)).toEqual(whole)
  })

  it('tells whoever is about to write the license that it is another one now', async () => {
    const license = await makeLicense()
    await writeAll([reportOf(license, '2026-03-01T10:00:00.000Z', {})])
    const [after] = await allOf(company.payload, 'licenses', { id: { equals: license.id } })
    expect(after.revision).toBe(license.revision + 1)
    await writeAll([reportOf(license, '2026-02-01T10:00:00.000Z', {})])
    const [same] = await allOf(company.payload, 'licenses', { id: { equals: license.id } })
    expect(same.revision).toBe(after.revision)
  })
})

describe('writeUsageDocuments', () => {
  it('completes what a process that died left undone, when the report comes again', async () => {
    const license = await makeLicense()
    const report = reportOf(license, '2026-03-01T10:00:00.000Z', { workspaces: 7, users: 8 })
    const { day: _day, dayKey: _key, ...data } = report
    await company.payload.db.create({ collection: 'usage-reports', data: data })
    const req = await createLocalReq({}, company.payload)
    expect(await writeUsageDocuments(req, report)).toBe(false)
    const [day] = await allOf(company.payload, 'usage-days', { license: { equals: license.id } })
    expect(day).toMatchObject({ workspaces: 7, users: 8, reports: 1 })
    const [after] = await allOf(company.payload, 'licenses', { id: { equals: license.id } })
    expect(after.usage).toEqual({ workspaces: 7, users: 8, reportedAt: report.reportedAt })
  })

  it('leaves a report that comes again to whoever had the license when it came first', async () => {
    const license = await makeLicense()
    const report = reportOf(license, '2026-03-01T10:00:00.000Z', { users: 8 })
    await writeUsageDocuments(await createLocalReq({}, company.payload), report)
    const given = { ...report, customer: company.ids.bolt as string, dayKey: 'of another' }
    await writeUsageDocuments(await createLocalReq({}, company.payload), given)
    const days = await allOf(company.payload, 'usage-days', { license: { equals: license.id } })
    expect(days).toMatchObject([{ users: 8, reports: 1, customer: company.ids.acme }])
  })

  it('takes the figures that came first for the latest usage, not those that are refused', async () => {
    const license = await makeLicense()
    const report = reportOf(license, '2026-03-01T10:00:00.000Z', { workspaces: 7, users: 8 })
    const { day: _day, dayKey: _key, ...data } = report
    await company.payload.db.create({ collection: 'usage-reports', data: data })
    const req = await createLocalReq({}, company.payload)
    await writeUsageDocuments(req, { ...report, workspaces: 1, users: 900 })
    const [after] = await allOf(company.payload, 'licenses', { id: { equals: license.id } })
    expect(after.usage).toEqual({ workspaces: 7, users: 8, reportedAt: report.reportedAt })
  })
})

describe('a day that was kept when days had no holder in their key', () => {
  it.each(Object.entries(ways))('goes on, written %s', async (_words, write) => {
    const license = await makeLicense()
    const [first, second] = ['08', '09'].map((hour) =>
      reportOf(license, `2026-03-05T${hour}:00:00.000Z`, { users: Number(hour) }),
    ) as [UsageReport, UsageReport]
    const dayKey = `${license.id}:2026-03-05`
    for (const report of [{ ...first, dayKey }, second])
      await write(await createLocalReq({}, company.payload), report)
    const days = await allOf(company.payload, 'usage-days', { license: { equals: license.id } })
    expect(days).toMatchObject([{ reports: 2, users: 9, dayKey }])
  })
})

describe('writeUsageDocuments', () => {
  it('counts a report whose day somebody else made, of fewer reports, a moment before', async () => {
    const { payload } = company
    const license = await makeLicense()
    const [first, second] = ['08', '09'].map((hour) =>
      reportOf(license, `2026-03-05T${hour}:00:00.000Z`, { users: Number(hour) }),
    ) as [UsageReport, UsageReport]
    const { day, dayKey, ...row } = first
    await payload.db.create({ collection: 'usage-reports', data: row })
    const { count } = payload.db
    payload.db.count = async (args) => {
      payload.db.count = count
      const { customer, license: of, partner, users, workspaces } = first
      const made = { license: of, customer, partner, users, workspaces, day, dayKey, reports: 1 }
      await payload.db.create({ collection: 'usage-days', data: made })
      return count.call(payload.db, args)
    }
    await writeUsageDocuments(await createLocalReq({}, payload), second)
    const days = await allOf(payload, 'usage-days', { license: { equals: license.id } })
    expect(days).toMatchObject([{ reports: 2, users: 9 }])
  })
})
