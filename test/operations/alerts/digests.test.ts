import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'

import { settleRecoveries } from '../../../src/operations/accounts/recoverLater'
import type { AlertAction } from '../../../src/domain/alerts/alertMachine'
import { dispatchEvents } from '../../../src/operations/events/dispatchEvents'
import { handleAlert } from '../../../src/operations/alerts/handleAlert'
import { scanAlerts } from '../../../src/operations/alerts/scanAlerts'
import { sendDigests } from '../../../src/operations/alerts/sendDigests'
import { sendMails } from '../../../src/operations/mail/sendMails'
import { wakeAlerts } from '../../../src/operations/alerts/wakeAlerts'
import { addLicenses, inDays, iso } from './alertFixture'
import { order, startCompany, type Company } from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'
import { startMailServer, type MailServer } from '../../support/startMailServer'

/** A Wednesday; alerts are raised on the Friday before. */
const WEDNESDAY = new Date('2026-03-04T08:00:00.000Z')
const FRIDAY = new Date('2026-02-27T10:00:00.000Z')

let server: MailServer
let company: Company

const choose = (name: string, notify: object, more: object = {}) =>
  company.payload.update({
    collection: 'users',
    id: company.ids[`${name}User`] as string,
    data: { notify, ...more },
  })
const digest = async (now = WEDNESDAY): Promise<string[]> => {
  server.received.length = 0
  await sendDigests(company.payload, now)
  await sendMails(company.payload, now)
  return server.received.flatMap(({ recipients }) => recipients).sort()
}
const later = (days: number) => inDays(days, WEDNESDAY)

beforeAll(async () => {
  server = await startMailServer()
  company = await startCompany({ publicUrl: 'https://channel.example' }, { SMTP_URL: server.url })
  const { ids, payload } = company
  ids.rita = (
    await payload.create({
      collection: 'sales-reps',
      data: { name: 'Rita', email: 'rita@company.test' },
    })
  ).id
  for (const name of ['partner', 'customer', 'rival', 'sales'])
    await choose(name, { mail: true, digest: 'daily' })
  await choose('sales', { mail: true, digest: 'daily' }, { salesRep: ids.rita })
  await choose('colleague', { mail: true, digest: 'never' })
}, 60_000)
beforeEach(async () => {
  for (const collection of ['alerts', 'licenses', 'mails', 'events', 'notifications'] as const)
    await company.payload.db.deleteMany({ collection, where: {} })
})
afterAll(async () => {
  await company.stop()
  await server.stop()
})

/** Two licenses of Acme's that are about to expire and one that is over its limit, seen on Friday. */
const raise = async (changes: object = {}) => {
  const { rita } = company.ids
  await addLicenses(
    company,
    { expiresAt: iso(20), salesRep: rita, ...changes },
    { expiresAt: iso(50), salesRep: rita, ...changes },
    { usage: { workspaces: 11, users: 1, reportedAt: iso(-3) }, salesRep: rita, ...changes },
  )
  await scanAlerts(company.payload, FRIDAY)
}

describe('sendDigests', () => {
  it('tells the sales rep, the partner, the customer and its contact of what concerns them', async () => {
    await raise()
    expect(await digest()).toEqual([
      'customer@company.test',
      'it@acme.test',
      'partner@company.test',
      'sales@company.test',
    ])
    const mail = server.received.find(({ recipients }) => recipients[0] === 'partner@company.test')
    expect(mail?.subject).toBe('3 new license alerts')
    expect(mail?.text).toMatch(/Over the workspace limit \(1\)\nENT-202603-\d{6}, as of 2026-02-26/)
    expect(mail?.text).toMatch(/Expiring soon \(2\)\nENT-202603-\d{6}, expires on 2026-03-21/)
    expect(mail?.text).toContain('https://channel.example/admin/collections/alerts')
  })

  it('tells a sales rep or partner without a user by its own address, once a week', async () => {
    const { payload } = company
    const rep = await payload.create({
      collection: 'sales-reps',
      data: { name: 'Sam', email: 'sam@company.test' },
    })
    const partner = await payload.create({
      collection: 'partners',
      data: { name: 'Gamma', email: 'office@gamma.test', currency: 'USD' } as never,
    })
    await raise({ salesRep: rep.id, partner: partner.id })
    const contacts = ['it@acme.test', 'office@gamma.test', 'sam@company.test']
    expect(await digest()).toEqual(['customer@company.test', ...contacts])
    expect(server.received.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 4 }, () => '3 new license alerts'),
    )
    expect(await digest(later(1))).toEqual([])
  })

  it('leaves alone whoever chose so or is no longer active', async () => {
    const { ids, payload } = company
    const gone = await payload.create({
      collection: 'sales-reps',
      data: { name: 'Gone', email: 'gone@company.test', active: false },
    })
    await choose('partner', { mail: true, digest: 'never' })
    await raise({ salesRep: gone.id })
    expect(await digest()).toEqual(['customer@company.test', 'it@acme.test'])
    await payload.db.deleteMany({ collection: 'mails', where: {} })
    const silent = await payload.create({
      collection: 'sales-reps',
      data: { name: 'Silent', email: 'colleague@company.test' },
    })
    await payload.db.updateMany({
      collection: 'alerts',
      where: {},
      data: { salesRep: silent.id, partner: ids.idle },
    })
    expect(await digest()).toEqual(['customer@company.test', 'it@acme.test'])
    await choose('partner', { mail: true, digest: 'daily' })
  })

  it('tells each recipient once in a period, whoever sends how often, and not of old news', async () => {
    await raise()
    await Promise.all([1, 2, 3].map(() => sendDigests(company.payload, WEDNESDAY)))
    await sendDigests(company.payload, later(0.2))
    const mails = await allOf(company.payload, 'mails')
    expect(mails.map(({ to }) => to).sort()).toEqual([
      'customer@company.test',
      'it@acme.test',
      'partner@company.test',
      'sales@company.test',
    ])
    await digest()
    expect(await digest(later(1))).toEqual([])
    await addLicenses(company, { state: 'expired', expiresAt: iso(-1) })
    await scanAlerts(company.payload, later(0.5))
    expect(await digest(later(1))).toEqual(['customer@company.test', 'partner@company.test'])
    expect(server.received[0]?.subject).toBe('1 new license alert')
  })

  it('makes up after a downtime for the days that were missed, by one mail', async () => {
    await raise()
    await digest()
    await addLicenses(company, { state: 'expired', expiresAt: iso(-1) })
    await scanAlerts(company.payload, later(0.5))
    expect(await digest(later(4))).toEqual(['customer@company.test', 'partner@company.test'])
  })

  it('tells one address once, whose ever it is, and however it is written', async () => {
    const { payload } = company
    const rep = await payload.create({
      collection: 'sales-reps',
      data: { name: 'Pat, who sells', email: 'Partner@Company.test' },
    })
    const buyer = await payload.create({
      collection: 'customers',
      data: { name: 'Pat’s own', email: 'PARTNER@company.test' },
    })
    const [soon, other] = [
      { expiresAt: iso(20), salesRep: rep.id, partner: null, customer: company.ids.acme },
      { expiresAt: iso(21), customer: buyer.id },
    ]
    await addLicenses(company, soon, other)
    await scanAlerts(payload, FRIDAY)
    const told = await digest()
    expect(told.map((one) => one.toLowerCase())).toEqual([
      'customer@company.test',
      'it@acme.test',
      'partner@company.test',
    ])
    const mail = server.received.find(({ recipients }) => recipients[0] === 'partner@company.test')
    expect(mail?.subject).toBe('2 new license alerts')
    expect(await digest(later(1))).toEqual([])
    expect(await digest(later(5))).toEqual([])
  })

  it('tells on the day of what ends before the next digest of a week, and of nothing else', async () => {
    await choose('partner', { mail: true, digest: 'weekly' })
    const to = 'partner@company.test'
    await addLicenses(company, { expiresAt: iso(5) }, { expiresAt: iso(25) })
    // A Tuesday; the first one ends on Friday, the next digest goes out on Monday.
    await scanAlerts(company.payload, new Date('2026-03-03T10:00:00.000Z'))
    expect(await digest()).toContain(to)
    const mail = server.received.find(({ recipients }) => recipients[0] === to)
    expect(mail?.subject).toBe('1 new license alert')
    expect(mail?.text).toMatch(/expires on 2026-03-06/)
    for (const days of [0.1, 1, 2]) expect(await digest(later(days))).not.toContain(to)
    expect(await digest(later(5))).toContain(to)
    const monday = server.received.find(({ recipients }) => recipients[0] === to)
    expect(monday?.text).toMatch(/expires on 2026-03-26/)
    await choose('partner', { mail: true, digest: 'daily' })
  })

  it('goes weekly to those who chose so, on Monday or as soon as it can', async () => {
    await choose('partner', { mail: true, digest: 'weekly' })
    await raise()
    const before = await digest(new Date('2026-03-01T08:00:00.000Z'))
    expect(before).not.toContain('partner@company.test')
    expect(await digest(new Date('2026-03-02T08:00:00.000Z'))).toContain('partner@company.test')
    expect(await digest()).toEqual([])
    await choose('partner', { mail: true, digest: 'daily' })
  })

  it.each<[string, AlertAction, (req: PayloadRequest, alert: string) => Promise<unknown>]>([
    ['put off, once it is due again', 'snooze', () => wakeAlerts(company.payload, later(0.5))],
    [
      'taken on, once it is given back',
      'acknowledge',
      (req, id) => handleAlert(req, { id, action: 'reopen' }, later(0.5)),
    ],
  ])('tells the others, once, of what one of them has %s', async (_what, action, giveBack) => {
    const { ids, payload } = company
    const changes = { state: 'expired', expiresAt: iso(-3), salesRep: ids.rita }
    await addLicenses(company, changes, changes)
    await scanAlerts(payload, FRIDAY)
    const [{ id }] = await allOf(payload, 'alerts')
    const user = await payload.findByID({ collection: 'users', id: ids.salesUser as string })
    const req = await createLocalReq({ user }, payload)
    const until = action === 'snooze' ? later(0.4) : undefined
    await handleAlert(req, { id, action, until }, inDays(0.1, FRIDAY))
    const daily = ['customer@company.test', 'partner@company.test', 'sales@company.test']
    expect((await digest()).filter((one) => daily.includes(one))).toEqual(daily)
    expect(server.received[0]?.subject).toBe('1 new license alert')
    await giveBack(req, id)
    expect(await digest(later(1))).toEqual(daily)
    expect(server.received[0]?.subject).toBe('1 new license alert')
    expect(await digest(later(2))).toEqual([])
    expect(await digest(later(5))).toEqual(['it@acme.test'])
  })

  it('says nothing when nothing is new, handled or nobody’s', async () => {
    expect(await digest()).toEqual([])
    await raise()
    await company.payload.db.updateMany({
      collection: 'alerts',
      where: {},
      data: { state: 'acknowledged' },
    })
    expect(await digest()).toEqual([])
  })

  it('waits for the morning', async () => {
    await raise()
    expect(await digest(new Date('2026-03-04T05:00:00.000Z'))).toEqual([])
  })

  it('speaks the language of its reader', async () => {
    await choose('partner', { mail: true, digest: 'daily' }, { language: 'zh' })
    await raise()
    await digest()
    const mail = server.received.find(({ recipients }) => recipients[0] === 'partner@company.test')
    expect(mail?.subject).toBe('3 条新的许可证告警')
    await choose('partner', { mail: true, digest: 'daily' }, { language: 'en' })
  })
})

describe('the preference against mails', () => {
  it('keeps the mails of events away, not the notifications in the admin panel', async () => {
    await choose('sales', { mail: false, digest: 'never' })
    await (await company.as('partner')).post('/api/v1/partners/orders', order())
    await dispatchEvents(company.payload, new Date())
    const told = (await allOf(company.payload, 'notifications')).map(({ recipient }) => recipient)
    expect(told).toHaveLength(2)
    expect((await allOf(company.payload, 'mails')).map(({ to }) => to)).toEqual([
      'admin@company.test',
    ])
  })

  it('does not keep a lost password’s mail away', async () => {
    await company.anybody.post('/api/users/forgot-password', { email: 'sales@company.test' })
    await settleRecoveries(company.payload)
    expect((await allOf(company.payload, 'mails')).map(({ to }) => to)).toEqual([
      'sales@company.test',
    ])
  })

  it('is everyone’s own to set', async () => {
    const partner = await company.as('partner')
    const { status, body } = await partner.patch(`/api/users/${company.ids.partnerUser}`, {
      notify: { mail: false, digest: 'never' },
    })
    expect([status, body.doc?.notify]).toEqual([200, { mail: false, digest: 'never' }])
    const other = await partner.patch(`/api/users/${company.ids.rivalUser}`, {
      notify: { mail: false },
    })
    expect(other.status).toBe(404)
  })
})
