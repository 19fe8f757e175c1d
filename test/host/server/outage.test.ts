import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { startWorker, type Worker } from '../../../jobs/startWorker'
import { startFaultyLine, type FaultyLine } from '../../support/faultyLine'
import { order, PASSWORD, startCompany, type Answer, type Company } from '../../support/fixtures'
import { allOf, proveChains } from '../../support/proveWhole'
import { startPostgres, type TestPostgres } from '../../support/startPostgres'

/** Long enough for every bound, short of for ever. */
const TOO_LONG_MS = 40_000
/** How long an outage lasts at least; every kind of request is asked several times in any case. */
const OUTAGE_MS = Number(process.env.OUTAGE_SECONDS ?? 3) * 1_000

/** The server of `TEST_DATABASE_URI` at the end of a line that fails; else a PostgreSQL that is stopped, too. */
const given = process.env.TEST_DATABASE_URI?.replace('{database}', 'channel_outage')

let database: TestPostgres | undefined
let line: FaultyLine
let company: Company
let worker: Worker

beforeAll(async () => {
  database = given ? undefined : await startPostgres()
  const uri = new URL(given ?? (database as TestPostgres).uri('outage'))
  line = await startFaultyLine(Number(uri.port))
  uri.port = String(line.port)
  // The default of 30 seconds is right for statements, and long for a test.
  if (uri.protocol.startsWith('postgres')) uri.searchParams.set('query_timeout', '4000')
  company = await startCompany({}, { DATABASE_URI: uri.href })
  worker = startWorker(company.payload, { intervalMs: 20 })
})
afterAll(async () => {
  await worker?.stop()
  await company?.stop()
  await line?.stop()
  await database?.stop()
})

const inTime = async (answer: Promise<Answer>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('A request hangs.')), TOO_LONG_MS)
  })
  return Promise.race([answer, hung]).finally(() => clearTimeout(timer))
}

/** Every kind of request that needs the database, by name. */
const requests = async (): Promise<Record<string, () => Promise<Answer>>> => {
  const partner = await company.as('partner')
  const sales = await company.as('sales')
  const login = { email: 'partner@company.test', password: PASSWORD }
  return {
    login: () => company.anybody.post('/api/users/login', login),
    'partner login': () => company.anybody.post('/api/v1/auth/partner-login', login),
    me: () => sales.get('/api/users/me'),
    'REST list': () => sales.get('/api/orders?depth=0'),
    'REST write': () => sales.post('/api/customers', { name: `Customer ${Math.random()}` }),
    GraphQL: () => sales.post('/api/graphql', { query: '{ Orders { totalDocs } }' }),
    'GraphQL me': () => sales.post('/api/graphql', { query: '{ meUser { user { id } } }' }),
    'v1 list': () => partner.get('/api/v1/partners/orders'),
    'v1 order': () => partner.post('/api/v1/partners/orders', order()),
    readyz: () => company.anybody.get('/readyz'),
  }
}

/** Asks everything again and again, side by side, until told to stop. */
const underLoad = (asked: Record<string, () => Promise<Answer>>) => {
  const answers: { name: string; answer: Answer }[] = []
  let stopping = false
  const loops = Object.entries(asked).map(async ([name, ask]) => {
    while (!stopping) answers.push({ name, answer: await inTime(ask()) })
  })
  const asksMore = async (times: number): Promise<void> => {
    const before = answers.length
    const rounds = () =>
      Object.keys(asked).every(
        (name) => answers.slice(before).filter((one) => one.name === name).length >= times,
      )
    while (!rounds()) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const stop = async () => {
    stopping = true
    await Promise.all(loops)
    return answers
  }
  return { answers, asksMore, stop }
}

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}
const isReady = async () => (await company.anybody.get('/readyz')).status === 200

const stopped = {
  begin: () => (database ? database.halt() : line.cut()),
  end: () => (database ? database.resume() : line.mend()),
}
const outages = {
  'is stopped': stopped,
  hangs: { begin: () => line.hang(), end: () => line.mend() },
}

describe.each(Object.entries(outages))('while the database %s', (_how, { begin, end }) => {
  it('requests get 503 and nothing hangs; all goes on by itself when it is back', async () => {
    const asked = await requests()
    const load = underLoad(asked)
    await load.asksMore(2)
    const since = Date.now()
    await begin()
    await load.asksMore(3)
    await until(async () => Date.now() - since >= OUTAGE_MS)
    const known = load.answers.length
    await load.asksMore(3)
    for (const { answer, name } of load.answers.slice(known)) {
      expect([name, answer.status, answer.headers.get('retry-after')]).toEqual([name, 503, '5'])
      if (name !== 'readyz') expect(answer.body.errors[0].code).toBe('UNAVAILABLE')
    }
    expect((await company.anybody.get('/healthz')).status).toBe(200)
    await end()
    await until(isReady)
    await load.asksMore(3)
    const answers = await load.stop()

    // Before, during and after: nobody hears that it is logged out, or that something is not there.
    for (const { answer, name } of answers) {
      expect([name, [200, 201, 503]]).toEqual([name, expect.arrayContaining([answer.status])])
      if (name === 'me' && answer.status === 200) expect(answer.body.user).not.toBeNull()
    }
    for (const [name, ask] of Object.entries(asked))
      expect([name, (await ask()).status < 300]).toEqual([name, true])
  }, 240_000)

  it('what was told to be stored is, and the worker tells of it', async () => {
    const partner = await company.as('partner')
    const { body } = await partner.post('/api/v1/partners/orders', order())
    await until(async () => {
      const told = await allOf(company.payload, 'notifications')
      return told.some(({ link }) => link.includes(body.order.id))
    })
    await proveChains(company.payload)
  })
})
