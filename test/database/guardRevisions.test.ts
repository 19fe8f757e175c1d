import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { guardRevisions } from '../../src/database/guardRevisions'
import { order, startCompany, type Company } from '../support/fixtures'

describe('guardRevisions', () => {
  let company: Company
  let id: string
  let needed = true

  beforeAll(async () => {
    company = await startCompany()
    guardRevisions(company.payload.db, () => needed)
    const partner = await company.as('partner')
    id = (await partner.post('/api/v1/partners/orders', order())).body.order.id
  }, 60_000)
  afterAll(async () => company?.stop())

  const stored = () => company.payload.findByID({ collection: 'orders', id, depth: 0 })
  const write = (revision: number, notes: string) =>
    company.payload.db.updateOne({ collection: 'orders', id, data: { revision, notes } })

  it('lets a document be written that nobody has touched since its revision was claimed', async () => {
    const { revision } = await stored()
    await write(revision as number, 'mine')
    expect((await stored()).notes).toBe('mine')
  })

  it('refuses to write back what was read before an approval', async () => {
    const { revision } = await stored()
    const sales = await company.as('sales')
    expect((await sales.post(`/api/v1/orders/${id}/approve`, {})).status).toBe(200)
    await expect(write(revision as number, 'late')).rejects.toMatchObject({ code: 'EDIT_CONFLICT' })
    expect(await stored()).toMatchObject({ state: 'in_progress', notes: 'mine' })
  })

  it('leaves the writes of a database with transactions alone', async () => {
    needed = false
    await write(0, 'as ever')
    expect((await stored()).notes).toBe('as ever')
    needed = true
  })

  it('leaves other collections alone, which may have a revision of their own', async () => {
    const acme = company.ids.acme as string
    const data = { revision: 7, name: 'Acme Ltd.' }
    await company.payload.db.updateOne({ collection: 'customers', id: acme, data })
    const customer = await company.payload.findByID({ collection: 'customers', id: acme })
    expect(customer.name).toBe('Acme Ltd.')
  })
})
