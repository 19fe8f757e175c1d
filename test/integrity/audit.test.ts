import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import { auditAcknowledged } from '../../src/integrity/acknowledged'
import { startAudit, type Audit } from '../../src/integrity/audit'
import { checks } from '../../src/integrity/checks'
import { hasFailed, reportAudit } from '../../src/integrity/reportAudit'
import { runAudit, type Finding } from '../../src/integrity/runAudit'
import { expireLicenses } from '../../src/operations/licenses/expireLicenses'
import { seedDemo } from '../../src/host/seed/seedDemo'
import { line, order, startCompany, type Company, type Person } from '../support/fixtures'
import { doubts, ENOUGH } from './auditDoubts'
import { licenseFaults, logFaults, messageFaults, nameFaults, orderFaults } from './auditFaults'
import {
  deploymentFaults,
  holderFaults,
  jobFaults,
  licenseLifecycleFaults,
  ownerFaults,
  usageFaults,
} from './auditLifecycleFaults'
import { makeLifecycleScene } from './auditLifecycleScene'
import { makeScene, type Scene } from './auditScene'

let company: Company
let audit: Audit
let folder: string

beforeAll(async () => {
  company = await startCompany({
    limits: { bodyBytes: 1_000_000 },
    approvalLimits: { sales: { USD: ENOUGH, EUR: ENOUGH, CNY: ENOUGH } },
  })
  audit = startAudit(await createLocalReq({}, company.payload), new Date())
  folder = await mkdtemp(path.join(os.tmpdir(), 'audit-'))
  // Users of a moment ago may have missed an event; these have been there for long.
  await company.payload.db.updateMany({
    collection: 'users',
    where: {},
    data: { createdAt: '2026-01-01T00:00:00.000Z' },
  })
}, 60_000)
afterAll(async () => {
  await company?.stop()
  await rm(folder, { recursive: true, force: true })
})

const findings = async (): Promise<Finding[]> =>
  (await runAudit({ ...audit, now: new Date() }, checks)).flatMap((result) => result.findings)

const keyOf = ({ check, documentId, message }: Finding) => `${check} ${documentId} ${message}`

/** What was found before: the faults stay where they were planted. */
let known = new Set<string>()

/** What an audit finds now that no one before it did. */
const foundBy = async (plant: () => Promise<unknown>): Promise<Finding[]> => {
  await plant()
  const found = await findings()
  const fresh = found.filter((finding) => !known.has(keyOf(finding)))
  known = new Set(found.map(keyOf))
  return fresh
}

const checksOf = (found: Finding[]) => [...new Set(found.map(({ check }) => check))].sort()

describe('runAudit', () => {
  it('finds nothing in the demo and in what people did by the rules', async () => {
    await seedDemo(company.payload, { password: 'a-Password-of-demos-1' })
    await wantNoMail('colleague')
    const scene = await makeLifecycleScene(company)
    const staff = await company.as('sales')
    const partner = await company.as('partner')
    const act = async (id: unknown, action: string, body: object = {}) =>
      expect((await staff.post(`/api/v1/orders/${String(id)}/${action}`, body)).status).toBe(200)
    await act(scene.pending.id, 'return', { reason: 'Two of them' })
    const again = { agreementAcknowledged: true, items: [line(), line({ sku: 'PRO-TEAM' })] }
    await partner.patch(`/api/v1/partners/orders/${scene.pending.id}`, again)
    await act(scene.pending.id, 'submit')
    await act(scene.pending.id, 'cancel', { reason: 'Not wanted' })
    await act(scene.order.id, 'complete')
    await staff.patch(`/api/licenses/${scene.license.id}`, { customer: company.ids.acme })
    expect((await expireLicenses(company.payload, inTenYears())).expired).toBeGreaterThan(5)
    const results = await runAudit(audit, checks)
    expect(results.flatMap((result) => result.findings)).toEqual([])
    expect(results.filter(({ looked }) => looked === 0)).toEqual([])
    expect(hasFailed(results)).toBe(false)
  })

  const faults = [...orderFaults, ...licenseFaults, ...nameFaults, ...logFaults, ...messageFaults]

  it.each(faults)('finds %s', async (_name, expected, plant) => {
    const scene = await makeScene(company)
    await noteTwice(scene)
    let where: unknown
    const found = await foundBy(async () => (where = await plant(scene)))
    expect(checksOf(found)).toEqual(expected)
    expect(found.map(({ documentId }) => documentId)).toContain(String(where))
  })

  const lifecycleFaults = [
    ...licenseLifecycleFaults,
    ...deploymentFaults,
    ...usageFaults,
    ...ownerFaults,
    ...holderFaults,
    ...jobFaults,
  ]

  it.each(lifecycleFaults)('finds %s', async (_name, expected, plant) => {
    const scene = await makeLifecycleScene(company)
    let where: unknown
    const found = await foundBy(async () => (where = await plant(scene)))
    expect(checksOf(found)).toEqual(expected)
    expect(found.map(({ documentId }) => documentId)).toContain(String(where))
  })

  it('finds an order, acknowledged or not, that is gone', async () => {
    const { db } = await makeScene(company)
    const partner = await company.as('partner')
    const { body } = await partner.post('/api/v1/partners/orders', order({ submit: false }))
    const item = await db.one('order-items', { order: { equals: body.order.id } })
    const found = await foundBy(async () => {
      await db.remove('order-items', item.id)
      await db.remove('orders', body.order.id)
    })
    expect(checksOf(found)).toEqual(['log-document-there'])
  })

  const links = [
    ['order-links', 'orders', 'partner'],
    ['line-links', 'order-items', 'product'],
    ['purchase-links', 'purchases', 'license'],
    ['deployment-links', 'deployments', 'license'],
    ['usage-report-links', 'usage-reports', 'license'],
    ['usage-day-links', 'usage-days', 'license'],
    ['alert-links', 'alerts', 'license'],
  ] as const

  it.each(links)('finds by %s a link that leads nowhere', async (name, collection, field) => {
    const { db, order: other } = await makeLifecycleScene(company)
    const doc = await db.one(collection, {})
    const check = checks.find((one) => one.name === name)
    const remarks = await check?.inspect(audit, [{ ...doc, [field]: other.id }])
    expect(remarks).toEqual([{ id: doc.id, message: `${field} ${other.id} is not there.` }])
  })

  const keys = [
    ['purchase-unique', 'purchases', 'purchaseKey'],
    ['purchase-request-unique', 'purchases', 'requestKey'],
    ['purchase-reversal-unique', 'purchases', 'reversalKey'],
    ['usage-report-unique', 'usage-reports', 'reportKey'],
    ['usage-day-unique', 'usage-days', 'dayKey'],
    ['alert-unique', 'alerts', 'alertKey'],
    ['run-unique', 'job-runs', 'runKey'],
  ] as const

  it.each(keys)('finds by %s a key that stands twice', async (name, collection, field) => {
    const { db, order: other } = await makeLifecycleScene(company)
    const doc = await db.one(collection, {})
    const check = checks.find((one) => one.name === name)
    const remarks = await check?.inspect(audit, [doc, { ...doc, id: other.id }])
    const message = `${field} ${doc[field]} is that of ${doc.id} as well.`
    expect(remarks).toEqual([{ id: other.id, message }])
  })

  const counters = [
    ['license-id-counted', 'ENT'],
    ['order-number-counted', 'PO'],
  ] as const

  it.each(counters)('finds by %s a counter that fell behind', async (name, prefix) => {
    const { db } = await makeScene(company)
    const all = await db.all('counters', {})
    const counter = all.find(({ series }) => series.startsWith(prefix))
    const found = await foundBy(() =>
      db.change('counters', counter.id, { value: counter.value - 1 }),
    )
    await db.change('counters', counter.id, { value: counter.value })
    expect(checksOf(found)).toEqual([name])
    expect(found).toHaveLength(1)
  })

  it.each(doubts)('names by %s one of the %s to look at: %j', async (name, of, changes, told) => {
    const { db, order: own } = await makeScene(company)
    const doc = of === 'orders' ? own : await db.one(of, {})
    const partner = changes.partner && { partner: company.ids[changes.partner] }
    const check = checks.find((one) => one.name === name)
    const remarks = await check?.inspect(audit, [{ ...doc, ...changes, ...partner }])
    expect(remarks).toEqual([{ id: doc.id, message: expect.stringContaining(told) }])
    expect(await check?.inspect(audit, [doc])).toEqual([])
  })

  it('lets an order be whose partner was still active when it was approved', async () => {
    const { order: own } = await makeScene(company)
    const decidedAt = '2026-01-01T00:00:00.000Z'
    const check = checks.find(({ name }) => name === 'order-partner-active')
    const before = { ...own, partner: company.ids.idle, decidedAt }
    expect(await check?.inspect(audit, [before])).toEqual([])
  })

  it('tells whose usage the copy of a license has', async () => {
    const { db, license, licenses } = await makeLifecycleScene(company)
    const copy = licenses.find(({ id }) => id !== license.id)
    await foundBy(() => db.change('licenses', copy.id, { usage: license.usage }))
    const result = (await findings()).filter(({ documentId }) => documentId === String(copy.id))
    expect(result.map(({ message }) => message)).toEqual([
      `Its latest usage is that of license ${license.id}, as a copy had it: empty it.`,
    ])
  })

  it('finds by line-product-sku a line that became one of the product that took its SKU', async () => {
    const { db, items } = await makeScene(company)
    const admin = await company.as('admin')
    const rename = (id: unknown, sku: string) => admin.patch(`/api/products/${String(id)}`, { sku })
    const item = items.find(({ sku }) => sku === 'ENT-SUITE')
    await rename(company.ids.suite, 'ENT-SUITE-OLD')
    await rename(company.ids.team, 'ENT-SUITE')
    const found = await foundBy(() =>
      db.change('order-items', item.id, { product: company.ids.team, productName: 'Team' }),
    )
    const message = `It is of "Team", which took ENT-SUITE after the line was written; product ${company.ids.suite} had it: ask the partner which was meant.`
    const own = found.filter(({ check }) => check === 'line-product-sku')
    expect(own.map(({ documentId, message: said }) => [documentId, said])).toEqual([
      [String(item.id), message],
    ])
    await rename(company.ids.team, 'PRO-TEAM')
    await rename(company.ids.suite, 'ENT-SUITE')
  })

  it('has a test here for every check', () => {
    const tested = new Set<string>([
      ...[...faults, ...lifecycleFaults].flatMap(([, expected]) => expected),
      ...[...links, ...keys, ...counters, ...doubts].map(([name]) => name),
      'line-product-sku',
    ])
    expect(checks.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })

  it('counts the licenses of an order that has more than fit into memory at once', async () => {
    const { db } = await makeScene(company)
    const items = ['one', 'two'].map((endUserName) =>
      line({ sku: 'PRO-TEAM', quantity: 2_600, endUserName }),
    )
    const partner = await company.as('partner')
    const { body } = await partner.post('/api/v1/partners/orders', order({ items }))
    const { id } = body.order
    await (await company.as('sales')).post(`/api/v1/orders/${id}/approve`, {})
    const own = checks.filter(({ name }) => name === 'order-licenses')
    const ofThis = async () => {
      const [result] = await runAudit(audit, own)
      return result?.findings.filter(({ documentId }) => documentId === id) ?? []
    }
    expect(await ofThis()).toEqual([])
    const [license] = await db.all('licenses', { order: { equals: id }, unit: { equals: 7 } })
    await db.remove('licenses', license.id)
    expect((await ofThis()).map(({ message }) => message)).toEqual([
      `Line ${license.orderItem} lacks 1 of 2600 licenses.`,
    ])
  })
})

const inTenYears = () => new Date(Date.now() + 10 * 366 * 86_400_000)

const wantNoMail = async (person: Person) => {
  const path = `/api/users/${company.ids[`${person}User`]}`
  const { status } = await (await company.as(person)).patch(path, { notify: { mail: false } })
  expect(status).toBe(200)
}

/** So that the log of the order has a middle. */
const noteTwice = async ({ order: { id } }: Scene) => {
  const sales = await company.as('sales')
  for (const internalNotes of ['first', 'second'])
    await sales.patch(`/api/orders/${id}?depth=0`, { internalNotes })
}

type Wanted = { kind: string; gone?: true; state?: string; text?: string }

describe('auditAcknowledged', () => {
  const told = async (...lines: object[]) => {
    const file = path.join(folder, 'acknowledged.jsonl')
    await writeFile(file, lines.map((one) => `${JSON.stringify(one)}\n`).join(''))
    return (await auditAcknowledged(audit, file)).findings.map(({ message }) => message)
  }

  it('finds nothing where everything is there, or further on', async () => {
    const scene = await makeScene(company)
    await noteTwice(scene)
    const { id } = scene.order
    const lines = [
      { kind: 'order', id, state: 'pending_review' },
      { kind: 'approve', id, state: 'in_progress' },
      { kind: 'note', id, text: 'first' },
      { kind: 'license', id: scene.licenses[0].id },
    ]
    expect(await told(...lines)).toEqual([])
  })

  it('finds nothing where a license and what came of it is there, or further on', async () => {
    const { deployment, license, purchases, reports } = await makeLifecycleScene(company)
    const lines = [
      ...purchases.map(({ id }) => ({ kind: 'purchase', id })),
      ...reports.map(({ reportKey }) => ({ kind: 'usage', id: reportKey })),
      { kind: 'suspend', on: 'licenses', id: license.id, state: 'suspended' },
      { kind: 'resume', on: 'licenses', id: license.id, state: 'in_use' },
      { kind: 'deployment', on: 'deployments', id: deployment.id, state: 'scheduled' },
      { kind: 'complete', on: 'deployments', id: deployment.id, state: 'completed' },
    ]
    expect(await told(...lines)).toEqual([])
  })

  it('finds what was acknowledged of a license and is not there', async () => {
    const { db, deployment, license, purchases } = await makeLifecycleScene(company)
    const [last] = purchases.slice(-1)
    await db.change('licenses', license.id, { lastPurchase: last.sequence - 1 })
    const lines = [
      { kind: 'purchase', id: last.id },
      { kind: 'usage', id: `${license.id}:2026-01-01T00:00:00.000Z` },
      { kind: 'terminate', on: 'licenses', id: license.id, state: 'terminated' },
      { kind: 'resume', on: 'licenses', id: license.id, state: 'terminated' },
      { kind: 'cancel', on: 'deployments', id: deployment.id },
    ]
    expect(await told(...lines)).toEqual([
      'The acknowledged purchase has not reached its license.',
      'The acknowledged usage is not there.',
      '"terminate" was acknowledged 1 times and is logged 0 times.',
      'It was acknowledged as terminated and is renewed.',
      '"cancel" was acknowledged 1 times and is logged 0 times.',
    ])
  })

  it.each<[string, Wanted, string]>([
    ['an order', { kind: 'order', gone: true }, 'The acknowledged order is not there.'],
    ['a license', { kind: 'license', gone: true }, 'The acknowledged license is not there.'],
    [
      'an action',
      { kind: 'complete' },
      '"complete" was acknowledged 1 times and is logged 0 times.',
    ],
    [
      'a state',
      { kind: 'order', state: 'completed' },
      'It was acknowledged as completed and is in_progress.',
    ],
    ['a note', { kind: 'note', text: 'never' }, 'The acknowledged text "never" was never written.'],
  ])('finds %s that was acknowledged and is not there', async (_name, one, message) => {
    const { order: own, licenses, event } = await makeScene(company)
    // An ID of the right form that no order and no license has.
    const id = one.gone ? event.id : one.kind === 'license' ? licenses[0].id : own.id
    expect(await told({ ...one, id })).toEqual([message])
  })

  it('names the line that it cannot read', async () => {
    await expect(told({ kind: 'order', id: 1 }, { kind: 'wish' })).rejects.toThrow(
      'Line 2 is no acknowledged write',
    )
  })
})

describe('reportAudit', () => {
  it('prints 20 findings of a check and counts the rest', async () => {
    const [first] = await runAudit(audit, checks.slice(0, 1))
    const finding = { check: 'x', subject: 'orders', documentId: '1', message: 'Wrong.' }
    const many = { ...first!, found: 30, findings: Array.from({ length: 30 }, () => finding) }
    const text = reportAudit([many])
    expect(text.match(/orders 1: Wrong\./g)).toHaveLength(20)
    expect(text).toContain('and 10 more')
    expect(text).toContain('30 faults')
    expect(hasFailed([many])).toBe(true)
    expect(hasFailed([{ ...many, severity: 'notice' }])).toBe(false)
  })
})
