import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'

import { settleRecoveries } from '../../../src/operations/accounts/recoverLater'
import { sendMails } from '../../../src/operations/mail/sendMails'
import { startMailServer, type MailServer } from '../../support/startMailServer'
import { startTestApp, type TestApp } from '../../support/startTestApp'
import { logIn, makeFixture, PASSWORD, people, request, type Fixture } from '../mail/orderFixture'

const { anna, otto, paula, ping } = people
const NEW_PASSWORD = 'another-Password-2'

let server: MailServer
let app: TestApp
let fixture: Fixture

const forget = (login: object) => request(app, 'POST', '/api/users/forgot-password', login)
const mailsAfterWork = async () => {
  await settleRecoveries(app.payload)
  await sendMails(app.payload, new Date())
  return server.received
}
const tokenIn = (text = '') =>
  /https:\/\/channel\.example\/admin\/reset\/(\w+)/.exec(text)?.[1] as string
const reset = (token: string, password: string) =>
  request(app, 'POST', '/api/users/reset-password', { token, password })

beforeAll(async () => {
  server = await startMailServer()
  app = await startTestApp({}, { SMTP_URL: server.url, PUBLIC_URL: 'https://channel.example' })
  fixture = await makeFixture(app)
})
beforeEach(async () => {
  // As if everybody's last request was long ago.
  const data = { resetPasswordRequestedAt: null }
  await app.payload.db.updateMany({ collection: 'users', where: {}, data })
  server.received.length = 0
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

describe('password recovery', () => {
  it('leads from the request over the mail to the new password, and ends the old one', async () => {
    expect((await forget({ email: paula.email })).status).toBe(200)
    const [mail] = await mailsAfterWork()
    expect(mail?.recipients).toEqual([paula.email])
    expect(mail?.subject).toBe('Set a new password')
    const token = tokenIn(mail?.text)
    expect(tokenIn(mail?.html)).toBe(token)
    expect((await reset(token, NEW_PASSWORD)).status).toBe(200)
    expect(await logIn(app, paula.email, PASSWORD)).toBeNull()
    expect(await logIn(app, paula.email, NEW_PASSWORD)).toEqual(expect.any(String))
    expect((await reset(token, 'a-third-Password-3')).status).toBe(403)
  })

  it('takes the address for a user name too, which is what the panel asks for, and names before it', async () => {
    const ways = [
      () => forget({ username: ` ${paula.email.toUpperCase()} ` }),
      () =>
        request(app, 'POST', '/api/graphql', {
          query: `mutation { forgotPasswordUser(email: "", username: "${ping.email}") }`,
        }),
      () => forget({ username: 'nobody@nowhere.test' }),
    ]
    for (const ask of ways) expect((await ask()).status).toBe(200)
    expect((await mailsAfterWork()).flatMap(({ recipients }) => recipients).sort()).toEqual(
      [paula.email, ping.email].sort(),
    )
    server.received.length = 0
    const { docs } = await app.payload.find({
      collection: 'users',
      where: { email: { equals: otto.email } },
    })
    const named = { id: (docs[0] as { id: string }).id, data: { username: anna.email } }
    const before = docs[0] as { username?: null | string }
    await app.payload.update({ collection: 'users', ...named })
    await forget({ username: anna.email })
    const [mail] = await mailsAfterWork()
    await app.payload.update({
      collection: 'users',
      id: named.id,
      data: { username: before.username ?? null },
    })
    expect(mail?.recipients).toEqual([otto.email])
  })

  it('writes in the language of the user', async () => {
    await forget({ email: ping.email })
    expect((await mailsAfterWork())[0]?.subject).toBe('设置新密码')
  })

  it('answers the same for an address that nobody has, and mails nobody', async () => {
    const known = await forget({ email: otto.email })
    await mailsAfterWork()
    server.received.length = 0
    expect(await forget({ email: 'nobody@nowhere.example' })).toEqual(known)
    expect(await mailsAfterWork()).toEqual([])
  })

  it('answers before it works, so that the time tells nobody whether there is such a user', async () => {
    let finish = (_token: string) => {}
    const working = new Promise<string>((resolve) => (finish = resolve))
    const spy = jest.spyOn(app.payload, 'forgotPassword').mockImplementation(() => working)
    const query = `mutation { forgotPasswordUser(email: "${otto.email}", username: "") }`
    const answers = [
      await forget({ email: otto.email }),
      await forget({ email: 'nobody@nowhere.example' }),
      await request(app, 'POST', '/api/graphql', { query }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(spy.mock.calls.map(([{ data }]) => data.email)).toEqual([
      otto.email,
      'nobody@nowhere.example',
      otto.email,
    ])
    spy.mockRestore()
    finish('done')
  })

  it('mails once when it is asked twice in a moment, and that link works', async () => {
    await Promise.all([forget({ email: otto.email }), forget({ email: otto.email })])
    await forget({ email: otto.email })
    const mails = await mailsAfterWork()
    expect(mails).toHaveLength(1)
    expect((await reset(tokenIn(mails[0]?.text), NEW_PASSWORD)).status).toBe(200)
  })

  it('mails no user of a partner that is not active, and answers the same', async () => {
    const where = { email: { equals: ping.email } }
    const active = await forget({ email: anna.email })
    await mailsAfterWork()
    server.received.length = 0
    await app.payload.db.updateMany({ collection: 'users', where, data: { partnerActive: false } })
    expect(await forget({ email: ping.email })).toEqual(active)
    expect(await mailsAfterWork()).toEqual([])
  })

  it('shows its link to nobody but the recipient: not in the queue, not in the change log', async () => {
    await forget({ email: anna.email })
    const queued = await fixture.call(anna.email, 'GET', '/api/mails?limit=100&depth=0')
    const log = await fixture.call(anna.email, 'GET', '/api/change-logs?limit=100')
    const [mail] = await mailsAfterWork()
    const token = tokenIn(mail?.text)
    expect(token).toMatch(/^\w{40}$/)
    expect(JSON.stringify(queued.body)).toContain('Set a new password')
    expect(JSON.stringify([queued.body, log.body])).not.toContain(token)
    const { docs } = await app.payload.find({ collection: 'mails', limit: 100 })
    expect(JSON.stringify(docs)).not.toContain(token)
  })
})
