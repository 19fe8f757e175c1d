import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { resumeOrders } from '../../src/operations/orders/resumeOrders'
import { client, line, order, startCompany, type Company } from '../support/fixtures'
import { allOf, proveChains, proveLicenses, proveTotals } from '../support/proveWhole'
import { processEngines, type ProcessEngine } from '../support/processEngines'
import { spawnServer } from '../support/spawnServer'

/** A new process for each kill takes its time: KILLS=50 for the whole of it. */
const KILLS = Number(process.env.KILLS ?? 8)

const bigOrder = order({
  items: [
    line({ quantity: 250, endUserName: 'First' }),
    line({ sku: 'PRO-TEAM', quantity: 150, endUserName: 'Second' }),
  ],
})

const promises = (open: () => Promise<Record<string, string>>, kills: number) => {
  let company: Company
  let variables: Record<string, string>

  beforeAll(async () => {
    variables = await open()
    company = await startCompany({}, variables)
    variables = { ...variables, DATA_DIR: company.dataDir }
  }, 60_000)
  afterAll(async () => company?.stop())

  const place = async (): Promise<string> => {
    const partner = await company.as('partner')
    return (await partner.post('/api/v1/partners/orders', bigOrder)).body.order.id
  }

  /** Kills a server this long after it was asked to approve; says what it still answered. */
  const approveAndKill = async (id: string, after: (took: number) => number, took: number) => {
    const { token } = await company.as('sales')
    const server = await spawnServer(variables)
    const start = performance.now()
    const answer = client(server.url, token)
      .post(`/api/v1/orders/${id}/approve`, {})
      .then(({ status }) => status)
      .catch(() => 'cut off')
    if (took > 0) await new Promise((resolve) => setTimeout(resolve, after(took)))
    else await answer
    const duration = performance.now() - start
    await server.kill()
    return { answer: await answer, duration }
  }

  it(
    `has each order pending or approved as a whole after ${kills} kills in the middle of an approval`,
    async () => {
      const { duration } = await approveAndKill(await place(), () => 0, 0)
      const told: Record<string, string | number> = {}
      for (let kill = 0; kill < kills; kill += 1) {
        const id = await place()
        const moment = (took: number) => (took * (kill + Math.random())) / kills
        told[id] = (await approveAndKill(id, moment, duration)).answer
      }
      // What a worker does, on a database without transactions.
      await resumeOrders(company.payload, new Date(Date.now() + 3_600_000))
      await proveLicenses(company.payload)
      const orders = await allOf(company.payload, 'orders')
      for (const { id, state } of orders) {
        expect(['pending_review', 'in_progress']).toContain(state)
        // What was acknowledged is there.
        if (told[id] === 200) expect(state).toBe('in_progress')
      }

      const survivor = await spawnServer(variables)
      const { token } = await company.as('sales')
      for (const { id, state } of orders.filter(({ state }) => state === 'pending_review')) {
        const { status } = await client(survivor.url, token).post(
          `/api/v1/orders/${id}/approve`,
          {},
        )
        expect([state, status]).toEqual(['pending_review', 200])
      }
      await survivor.kill()
      await proveLicenses(company.payload)
      await proveTotals(company.payload)
      await proveChains(company.payload)
      const approvals = await allOf(company.payload, 'change-logs', {
        action: { equals: 'approve' },
      })
      expect(approvals).toHaveLength(kills + 1)
      if (process.env.KILLS) {
        const left = orders.filter(({ state }) => state === 'pending_review').length
        process.stdout.write(`${kills} kills: ${left} left pending, ${kills - left} approved\n`)
      }
    },
    60_000 + kills * 15_000,
  )
}

describe.each(processEngines)('SIGKILL during approval, %s', (_, start, share) => {
  let engine: ProcessEngine
  promises(
    async () => {
      engine = await start()
      return engine.variables
    },
    Math.ceil(KILLS * share),
  )
  afterAll(async () => engine?.stop(), 30_000)
})
