import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { dispatchEvents } from '../../../src/operations/events/dispatchEvents'
import { sendMails } from '../../../src/operations/mail/sendMails'
import { startMailServer, type MailServer } from '../../support/startMailServer'
import { startTestApp, type TestApp } from '../../support/startTestApp'
import { makeFixture, people, type Fixture } from '../mail/orderFixture'

const EVIL = '<img src=x onerror=alert(1)> & Söhne "GmbH"'
const { anna, bao, erik, otto, paula, ping } = people

let server: MailServer
let app: TestApp
let fixture: Fixture

/** What a worker does, once. */
const work = async () => {
  await dispatchEvents(app.payload, new Date())
  await sendMails(app.payload, new Date())
}
const mailsTo = ({ email }: { email: string }) =>
  server.received.filter(({ recipients }) => recipients.includes(email))
const alertsOf = async ({ email }: { email: string }) => {
  const { body } = await fixture.call(email, 'GET', '/api/notifications?limit=100')
  return body.docs as unknown as {
    title: string
    kind: string
    link: string
    readAt: null | string
    id: string
  }[]
}
const act = (id: string, action: string, body: object = {}) =>
  fixture.call(anna.email, 'POST', `/api/v1/orders/${id}/${action}`, body)

beforeAll(async () => {
  server = await startMailServer()
  app = await startTestApp({}, { SMTP_URL: server.url, PUBLIC_URL: 'https://channel.example' })
  fixture = await makeFixture(app, EVIL)
})
beforeEach(async () => {
  await work()
  server.received.length = 0
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

describe('a submitted order', () => {
  it('is told to each administrator and sales user once, by mail in their language', async () => {
    const { id, orderNumber } = await fixture.submitOrder()
    await work()
    await work()
    expect(server.received.map(({ recipients }) => recipients[0]).sort()).toEqual([
      anna.email,
      bao.email,
    ])
    const [english] = mailsTo(anna)
    const [chinese] = mailsTo(bao)
    expect(english?.subject).toBe(`Order ${orderNumber} of ${EVIL} awaits review`)
    expect(english?.text).toContain('$246.90')
    expect(english?.text).toContain(`https://channel.example/admin/collections/orders/${id}`)
    expect(english?.html).toContain(`href="https://channel.example/admin/collections/orders/${id}"`)
    expect(chinese?.subject).toContain('待审核')
    expect(chinese?.text).toContain('US$246.90')
  })

  it('shows up in the admin panel of each, and of nobody else', async () => {
    const { id, orderNumber } = await fixture.submitOrder()
    await work()
    const [alert] = await alertsOf(anna)
    expect(alert).toMatchObject({
      kind: 'order.submitted',
      link: `/admin/collections/orders/${id}`,
      title: expect.stringContaining(orderNumber),
    })
    expect((await alertsOf(anna)).filter(({ title }) => title.includes(orderNumber))).toHaveLength(
      1,
    )
    expect((await alertsOf(bao))[0]?.title).toContain('待审核')
    for (const other of [erik, paula, ping, otto])
      expect((await alertsOf(other)).map(({ kind }) => kind)).not.toContain('order.submitted')
  })

  it('is placed while the mail server is down, and told once the server is back', async () => {
    await server.stop()
    const { orderNumber } = await fixture.submitOrder()
    await work()
    server = await startMailServer(server.port)
    const later = new Date(Date.now() + 3_600_000)
    await sendMails(app.payload, later)
    await sendMails(app.payload, later)
    const about = server.received.filter(({ subject }) => subject?.includes(orderNumber))
    expect(about.map(({ recipients }) => recipients[0]).sort()).toEqual([anna.email, bao.email])
  })

  it('cannot inject markup with the name of a company', async () => {
    await fixture.submitOrder()
    await work()
    const html = mailsTo(anna)[0]?.html ?? ''
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; Söhne &quot;GmbH&quot;')
  })
})

describe('a decision', () => {
  it('of approval is told to the users of the partner, each in their language', async () => {
    const { id, orderNumber } = await fixture.submitOrder()
    expect((await act(id, 'approve')).status).toBe(200)
    await work()
    expect(mailsTo(paula).map(({ subject }) => subject)).toEqual([
      `Order ${orderNumber} is approved`,
    ])
    expect(mailsTo(paula)[0]?.text).toContain('licenses are issued')
    expect(mailsTo(ping).map(({ subject }) => subject)).toEqual([`订单 ${orderNumber} 已批准`])
    expect(mailsTo(otto)).toEqual([])
    expect((await alertsOf(paula))[0]).toMatchObject({ kind: 'order.approved' })
  })

  it('of rejection says why, in text, HTML and both languages', async () => {
    const { id } = await fixture.submitOrder()
    const reason = 'Too many <b>seats</b> for a salon'
    expect((await act(id, 'reject', { reason })).status).toBe(200)
    await work()
    for (const person of [paula, ping]) {
      expect(mailsTo(person)[0]?.text).toContain(reason)
      expect(mailsTo(person)[0]?.html).toContain('Too many &lt;b&gt;seats&lt;/b&gt; for a salon')
    }
  })

  it('of staff to cancel says why to the partner, and to nobody who made it', async () => {
    const { id, orderNumber } = await fixture.submitOrder()
    await work()
    server.received.length = 0
    const reason = 'The tender was withdrawn'
    expect((await act(id, 'cancel', { reason })).status).toBe(200)
    await work()
    expect(server.received.map(({ recipients }) => recipients[0]).sort()).toEqual([
      paula.email,
      ping.email,
    ])
    expect(mailsTo(paula)[0]?.subject).toBe(`Order ${orderNumber} is canceled`)
    expect(mailsTo(ping)[0]?.subject).toBe(`订单 ${orderNumber} 已取消`)
    for (const person of [paula, ping]) expect(mailsTo(person)[0]?.text).toContain(reason)
    expect((await alertsOf(paula))[0]).toMatchObject({ kind: 'order.cancelled' })
  })

  it('of the partner to cancel is told to staff', async () => {
    const { id, orderNumber } = await fixture.submitOrder()
    await work()
    server.received.length = 0
    const answer = await fixture.call(paula.email, 'POST', `/api/v1/orders/${id}/cancel`, {})
    expect(answer.status).toBe(200)
    await work()
    expect(server.received.map(({ recipients }) => recipients[0]).sort()).toEqual([
      anna.email,
      bao.email,
    ])
    expect(mailsTo(anna)[0]?.subject).toBe(`Order ${orderNumber} of ${EVIL} is canceled`)
  })

  it('of completion is told to the partner', async () => {
    const { id, orderNumber } = await fixture.submitOrder()
    await act(id, 'approve')
    await work()
    server.received.length = 0
    expect((await act(id, 'complete')).status).toBe(200)
    await work()
    expect(server.received.map(({ recipients }) => recipients[0]).sort()).toEqual([
      paula.email,
      ping.email,
    ])
    expect(mailsTo(paula)[0]?.subject).toBe(`Order ${orderNumber} is completed`)
    expect((await alertsOf(ping))[0]?.title).toBe(`订单 ${orderNumber} 已完成`)
  })

  it('can be marked as read by its recipient, and by nobody else', async () => {
    const { id } = await fixture.submitOrder()
    await act(id, 'approve')
    await work()
    const [alert] = await alertsOf(paula)
    const path = `/api/notifications/${alert?.id}`
    const readAt = '2026-01-02T03:04:05.000Z'
    expect((await fixture.call(ping.email, 'PATCH', path, { readAt })).status).not.toBe(200)
    expect(
      (await fixture.call(paula.email, 'PATCH', path, { readAt, title: 'Hacked' })).status,
    ).toBe(200)
    expect((await alertsOf(paula))[0]).toMatchObject({ readAt, title: alert?.title })
  })

  it('is not told to users of a partner that has been closed since', async () => {
    const { id } = await fixture.submitOrder()
    await act(id, 'approve')
    const close = (status: string) =>
      app.payload.update({
        collection: 'partners',
        where: { name: { equals: EVIL } },
        data: { status: status as 'ACTIVE' },
      })
    await close('INACTIVE')
    await work()
    await close('ACTIVE')
    expect([...mailsTo(paula), ...mailsTo(ping)]).toEqual([])
  })
})
