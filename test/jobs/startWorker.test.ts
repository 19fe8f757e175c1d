import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'

import { startWorker } from '../../jobs/startWorker'
import { logIn, makeFixture, people, request, type Fixture } from '../email/orderFixture'
import { startMailServer, type MailServer } from '../support/startMailServer'
import { startTestApp, type TestApp } from '../support/startTestApp'

let server: MailServer
let app: TestApp
let fixture: Fixture

beforeAll(async () => {
  server = await startMailServer()
  app = await startTestApp({}, { SMTP_URL: server.url })
  fixture = await makeFixture(app)
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

/** Resolves when the mail server has as many mails as expected; the test's own limit ends the wait. */
const mailsArrive = async (count: number): Promise<void> => {
  while (server.received.length < count) await new Promise((resolve) => setImmediate(resolve))
}

describe('startWorker', () => {
  it('brings the mails of an order on their way by itself, and twice with two workers never', async () => {
    const workers = [
      startWorker(app.payload, { intervalMs: 5 }),
      startWorker(app.payload, { intervalMs: 5 }),
    ]
    const { orderNumber } = await fixture.submitOrder()
    await mailsArrive(2)
    await Promise.all(workers.map(({ stop }) => stop()))
    const about = server.received.filter(({ subject }) => subject?.includes(orderNumber))
    expect(about.map(({ recipients }) => recipients[0]).sort()).toEqual([
      people.anna.email,
      people.bao.email,
    ])
  })

  it('goes on after a failure of the database, and throws nothing', async () => {
    server.received.length = 0
    await fixture.submitOrder()
    const logged = jest.spyOn(app.payload.logger, 'error').mockImplementation(() => {})
    const find = jest
      .spyOn(app.payload.db, 'find')
      .mockRejectedValueOnce(new Error('database away'))
    const worker = startWorker(app.payload, { intervalMs: 1 })
    await mailsArrive(2)
    await worker.stop()
    expect(server.received).toHaveLength(2)
    find.mockRestore()
    logged.mockRestore()
  })

  it('does nothing more once it is stopped', async () => {
    const worker = startWorker(app.payload, { intervalMs: 1 })
    await worker.stop()
    const find = jest.spyOn(app.payload.db, 'find')
    await new Promise((resolve) => setImmediate(resolve))
    expect(find).not.toHaveBeenCalled()
    find.mockRestore()
  })
})

describe('the tasks', () => {
  it('do the same through the job runner of Payload', async () => {
    server.received.length = 0
    await fixture.submitOrder()
    for (const task of ['channelDispatchEvents', 'channelSendMails'] as const) {
      await app.payload.jobs.queue({ task, input: {} })
      await app.payload.jobs.run()
    }
    expect(server.received).toHaveLength(2)
  })

  it('are run by administrators only', async () => {
    const run = async (email: string) => {
      const token = await logIn(app, email, 'a-Password-for-tests-1')
      return (await request(app, 'GET', '/api/payload-jobs/run', undefined, token ?? undefined))
        .status
    }
    expect(await run(people.paula.email)).toBe(401)
    expect(await run(people.anna.email)).toBe(200)
  })
})
