import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { overLimitAlerts } from '../../../src/admin/dashboard/overLimitAlerts'
import { resolveAlerts } from '../../../src/operations/alerts/resolveAlerts'
import { scanAlerts } from '../../../src/operations/alerts/scanAlerts'
import { addLicenses, iso, NOW } from '../../operations/alerts/alertFixture'
import { startCompany, type Company } from '../../support/fixtures'

let company: Company

beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company.stop())

describe('overLimitAlerts', () => {
  it('counts for the dashboard what the list behind the figure shows', async () => {
    const { as, ids, payload } = company
    const over = { workspaces: 11, users: 101, reportedAt: iso(-1) }
    const data = { overagePolicy: 'x1_5' as const }
    await payload.update({ collection: 'products', id: ids.team as string, data })
    const [back] = await addLicenses(
      company,
      ...[{ usage: over }, { usage: over }, { usage: over, partner: ids.beta }],
      { usage: over, product: ids.team },
      { expiresAt: iso(20) },
    )
    await scanAlerts(payload, NOW)
    const usage = { ...over, users: 1 }
    await payload.db.updateOne({ collection: 'licenses', id: back as string, data: { usage } })
    await resolveAlerts(payload, NOW)
    const counted = async (person: 'partner' | 'rival' | 'sales') =>
      (await (await as(person)).get(`${overLimitAlerts('/api/alerts')}&limit=1&depth=0`)).body
        .totalDocs
    expect(await counted('sales')).toBe(5)
    expect(await counted('partner')).toBe(3)
    expect(await counted('rival')).toBe(2)
  })
})
