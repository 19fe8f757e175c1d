import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { client, line, order, startCompany, type Company } from '../support/fixtures'
import { allOf, proveChains, proveLicenses, proveTotals } from '../support/proveWhole'
import { processEngines, type ProcessEngine } from '../support/processEngines'
import { spawnServer, type ServerProcess } from '../support/spawnServer'

const AT_ONCE = 50

const times = <T>(work: (index: number) => T): T[] =>
  Array.from({ length: AT_ONCE }, (_, index) => work(index))

const statuses = (answers: { status: number }[]): Record<number, number> => {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const promises = (open: () => Promise<Record<string, string>>) => {
  let company: Company
  let servers: ServerProcess[]

  beforeAll(async () => {
    const variables = await open()
    company = await startCompany({}, variables)
    const shared = { ...variables, DATA_DIR: company.dataDir }
    servers = await Promise.all([spawnServer(shared), spawnServer(shared)])
  }, 60_000)
  afterAll(async () => {
    await Promise.all((servers ?? []).map(({ kill }) => kill()))
    await company?.stop()
  })

  /** Every second request goes to the other server. */
  const serverOf = (index: number, token: string | undefined) =>
    client((servers[index % 2] as ServerProcess).url, token)

  it('approves an order once when 50 approvals arrive at once at two servers', async () => {
    const { body } = await (
      await company.as('partner')
    ).post(
      '/api/v1/partners/orders',
      order({ items: [line({ quantity: 30 }), line({ sku: 'SEAT-PACK', endUserName: 'Fresh' })] }),
    )
    const { token } = await company.as('sales')
    const answers = await Promise.all(
      times((n) => serverOf(n, token).post(`/api/v1/orders/${body.order.id}/approve`, {})),
    )
    expect(statuses(answers)).toEqual({ 200: 1, 409: AT_ONCE - 1 })
    for (const { body: refused, status } of answers)
      if (status === 409) expect(refused.errors[0].code).toBe('ORDER_STATE_CONFLICT')
    const licenses = await allOf(company.payload, 'licenses', { order: { equals: body.order.id } })
    expect(licenses).toHaveLength(31)
    const log = await allOf(company.payload, 'change-logs', {
      documentId: { equals: body.order.id },
    })
    expect(log.map(({ action }) => action).sort()).toEqual(['approve', 'create'])
    const fresh = await allOf(company.payload, 'customers', { name: { equals: 'Fresh' } })
    expect(fresh).toHaveLength(1)
  })

  it('places one order for 50 equal submissions with one Idempotency-Key, and tells all of them its ID', async () => {
    const before = await allOf(company.payload, 'orders')
    const { token } = await company.as('partner')
    const submit = (n: number, body: object) =>
      serverOf(n, token).post('/api/v1/partners/orders', body, { 'Idempotency-Key': 'one-key' })
    const answers = await Promise.all(times((n) => submit(n, order({ notes: 'once' }))))
    expect(statuses(answers)).toEqual({ 201: AT_ONCE })
    expect(new Set(answers.map(({ body }) => body.order.id)).size).toBe(1)
    const [first] = answers
    for (const { body } of answers) expect(body).toEqual(first?.body)
    expect(await allOf(company.payload, 'orders')).toHaveLength(before.length + 1)
    const events = await allOf(company.payload, 'events', {
      documentId: { equals: first?.body.order.id },
    })
    expect(events).toHaveLength(1)

    const other = await submit(0, order({ notes: 'another body' }))
    expect([other.status, other.body.errors[0].code]).toEqual([409, 'IDEMPOTENCY_CONFLICT'])
    // The key is the partner's own: another partner's order has nothing to do with it.
    const rival = await company.as('rival')
    const theirs = await rival.post('/api/v1/partners/orders', order(), {
      'Idempotency-Key': 'one-key',
    })
    expect(theirs.status).toBe(201)
    expect(theirs.body.order.id).not.toBe(first?.body.order.id)
  })

  it('numbers 50 different orders that arrive at once without a double', async () => {
    const { token } = await company.as('partner')
    const answers = await Promise.all(
      times((n) =>
        serverOf(n, token).post('/api/v1/partners/orders', order({ notes: `order ${n}` })),
      ),
    )
    expect(statuses(answers)).toEqual({ 201: AT_ONCE })
    expect(new Set(answers.map(({ body }) => body.order.orderNumber)).size).toBe(AT_ONCE)
  })

  it('issues every license once when orders of one partner and end user are approved at once', async () => {
    const partner = await company.as('partner')
    const placed = await Promise.all(
      Array.from({ length: 8 }, () =>
        partner.post('/api/v1/partners/orders', order({ items: [line({ endUserName: 'Newco' })] })),
      ),
    )
    const { token } = await company.as('sales')
    const answers = await Promise.all(
      placed.map(({ body }, n) =>
        serverOf(n, token).post(`/api/v1/orders/${body.order.id}/approve`, {}),
      ),
    )
    expect(statuses(answers)).toEqual({ 200: 8 })
    const customers = await allOf(company.payload, 'customers', { name: { equals: 'Newco' } })
    expect(customers).toHaveLength(1)
  })

  it('leaves whole chains, right totals and no number twice', async () => {
    await proveChains(company.payload)
    await proveTotals(company.payload)
    await proveLicenses(company.payload)
  })
}

describe.each(processEngines)('two servers on one database, %s', (_, start) => {
  let engine: ProcessEngine
  promises(async () => {
    engine = await start()
    return engine.variables
  })
  afterAll(async () => engine?.stop(), 30_000)
})
