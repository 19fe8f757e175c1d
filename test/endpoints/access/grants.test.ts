import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { grants, type Action, type Role, type RoleGrants } from '../../../src/domain/grants'
import { defaultSlugs, type SlugKey } from '../../../src/slugs'
import { order, startCompany, type Company, type Person } from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

let company: Company

beforeAll(async () => {
  company = await startCompany()
  await (await company.as('partner')).post('/api/v1/partners/orders', order())
  const approved = await (await company.as('rival')).post('/api/v1/partners/orders', order())
  const sales = await company.as('sales')
  await sales.post(`/api/v1/orders/${approved.body.order.id}/approve`, {})
  await sales.post(`/api/v1/orders/${approved.body.order.id}/pay`, {})
})
afterAll(async () => company?.stop())

const people: Record<Role, Person> = {
  admin: 'admin',
  sales: 'sales',
  engineer: 'engineer',
  partner: 'partner',
  customer: 'customer',
}
const table = (Object.keys(grants) as Role[]).flatMap((role) =>
  (Object.keys(defaultSlugs) as SlugKey[]).map((key) => [role, key] as const),
)
const grantOf = (role: Role, key: SlugKey, action: Action) =>
  (grants[role] as RoleGrants)[key]?.[action]

/** 404 where the role may not know of the document either. */
const FORBIDDEN = [403, 404]

describe.each(table)('as %s on %s', (role, key) => {
  const slug = defaultSlugs[key]
  const someId = async (): Promise<string> => {
    const docs = await allOf(company.payload, slug)
    return String(docs[0]?.id ?? 'no-such-document')
  }

  it('lists what the grants say', async () => {
    const who = await company.as(people[role])
    const { body, status } = await who.get(`/api/${slug}?limit=1&depth=0`)
    const total = (await allOf(company.payload, slug)).length
    const scope = grantOf(role, key, 'read')
    if (!scope) expect([status, body.docs]).toEqual([403, undefined])
    else expect(status).toBe(200)
    if (scope === 'all') expect(body.totalDocs).toBe(total)
    if (scope === 'own' || scope === 'assigned')
      expect(body.totalDocs ?? 0).toBeLessThanOrEqual(total)
    if ((scope === 'own' || scope === 'assigned') && total > 1 && key !== 'notifications')
      expect(body.totalDocs).toBeLessThan(total)
  })

  it('creates, changes and deletes no more than the grants say', async () => {
    const who = await company.as(people[role])
    const before = await allOf(company.payload, slug)
    const answers = {
      create: await who.post(`/api/${slug}`, {}),
      update: await who.patch(`/api/${slug}/${await someId()}`, {}),
      delete: grantOf(role, key, 'delete')
        ? undefined
        : await who.delete(`/api/${slug}/${await someId()}`),
      bulk: grantOf(role, key, 'delete')
        ? undefined
        : await who.delete(`/api/${slug}?where[id][exists]=true`),
    }
    for (const [action, answer] of Object.entries(answers)) {
      const denied = !grantOf(role, key, (action === 'bulk' ? 'delete' : action) as Action)
      if (denied && answer)
        expect([action, FORBIDDEN.includes(answer.status)]).toEqual([action, true])
      if (action === 'create' && !denied) expect([400, 201, 422]).toContain(answer?.status)
      if (action === 'update' && grantOf(role, key, 'update') === 'all')
        expect([200, 404, 409]).toContain(answer?.status)
    }
    const after = await allOf(company.payload, slug)
    if (!grantOf(role, key, 'create')) expect(after).toHaveLength(before.length)
  })
})
