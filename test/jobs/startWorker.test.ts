import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'

import { startWorker } from '../../jobs/startWorker'
import { works } from '../../jobs/works'
import { logIn, makeFixture, people, request, type Fixture } from '../operations/mail/orderFixture'
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
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

/** Unlike any other timer's time. */
const PAUSE = 3_600_001

/** The timers of pauses, and when so many have begun. */
const watchPauses = (count: number): { pauses: NodeJS.Timeout[]; begun: Promise<void> } => {
  const begin = setTimeout
  const pauses: NodeJS.Timeout[] = []
  const begun = new Promise<void>((resolve) => {
    jest.spyOn(globalThis, 'setTimeout').mockImplementation((run, after) => {
      const timer = begin(run, after)
      if (after === PAUSE && pauses.push(timer) === count) resolve()
      return timer
    })
  })
  return { pauses, begun }
}

describe('startWorker', () => {
  it('brings the mails of an order on their way by itself, and twice with two workers never', async () => {
    const workers = [
      startWorker(app.payload, { intervalMs: 5 }),
      startWorker(app.payload, { intervalMs: 5 }),
    ]
    const { orderNumber } = await fixture.submitOrder()
    await server.arrived(2)
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
    jest.spyOn(app.payload.db, 'find').mockRejectedValueOnce(new Error('database away'))
    const worker = startWorker(app.payload, { intervalMs: 1 })
    await server.arrived(2)
    await worker.stop()
    expect(server.received).toHaveLength(2)
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ err: expect.objectContaining({ message: 'database away' }) }),
    )
  })

  it('leaves no timer once it is stopped, whether in its pause or at work', async () => {
    const { pauses, begun } = watchPauses(works.length)
    const cleared = jest.spyOn(globalThis, 'clearTimeout')
    const resting = startWorker(app.payload, { intervalMs: PAUSE })
    await begun
    await resting.stop()
    for (const pause of pauses) expect(cleared).toHaveBeenCalledWith(pause)
    await startWorker(app.payload, { intervalMs: PAUSE }).stop()
    expect(pauses).toHaveLength(works.length)
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
