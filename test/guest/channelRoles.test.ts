import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Config } from 'payload'

import { dashboardLayout } from '../../src/admin/dashboard/dashboardWidgets'
import { dispatchEvents } from '../../src/operations/events/dispatchEvents'
import { buildCompany, order, PASSWORD as COMPANY_PASSWORD } from '../support/fixtures'
import { allOf } from '../support/proveWhole'
import { PASSWORD, startGuest, type Guest } from './startGuest'

const editors = (): Partial<Config> => ({
  collections: [
    {
      slug: 'users',
      auth: true,
      fields: [{ name: 'roles', type: 'select', hasMany: true, options: ['editor', 'admin'] }],
    },
  ],
})

let guest: Guest
let ids: Awaited<ReturnType<typeof buildCompany>>
const tokens: Record<string, string> = {}

const tokenOf = async (email: string, password = COMPANY_PASSWORD): Promise<string> =>
  (tokens[email] ??= (await guest.send('POST', '/api/users/login', { email, password })).body.token)
const as = async (person: string) => tokenOf(`${person}@company.test`)

beforeAll(async () => {
  guest = await startGuest({ config: editors() })
  ids = await buildCompany(guest.payload)
  const data = { email: 'editor@host.test', password: PASSWORD, roles: ['editor'] }
  ids.editor = (await guest.payload.create({ collection: 'users', data: data as never })).id
})

afterAll(() => guest.stop())

describe('a host with roles of its own', () => {
  it('makes no editor an administrator of the channel, by whichever of the two fields', async () => {
    const token = await tokenOf('editor@host.test', PASSWORD)
    const change = { roles: ['admin'], channelRoles: ['admin'] }
    await guest.send('PATCH', `/api/users/${ids.editor}`, change, token)
    const [stored] = await allOf(guest.payload, 'users', { id: { equals: ids.editor } })
    expect(stored).toMatchObject({ roles: ['admin'], channelRoles: [] })
    for (const path of ['/api/orders', '/api/partners', '/api/v1/orders'])
      expect([path, (await guest.send('GET', path, undefined, token)).status]).toEqual([
        path,
        path.includes('v1') ? 404 : 403,
      ])
  })

  it('has orders placed and approved by the channel’s roles, which are told of it', async () => {
    const { body, status } = await guest.send(
      'POST',
      '/api/v1/partners/orders',
      order(),
      await as('partner'),
    )
    expect(status).toBe(201)
    const approval = `/api/v1/orders/${body.order.id}/approve`
    expect((await guest.send('POST', approval, {}, await as('partner'))).status).toBe(403)
    expect((await guest.send('POST', approval, {}, await as('sales'))).status).toBe(200)
    await dispatchEvents(guest.payload, new Date())
    const told = await allOf(guest.payload, 'notifications')
    const recipients = new Set(told.map(({ recipient }) => recipient))
    for (const person of ['salesUser', 'adminUser', 'partnerUser', 'colleagueUser'])
      expect([person, recipients.has(ids[person])]).toEqual([person, true])
    for (const person of ['editor', 'rivalUser', 'engineerUser', 'customerUser'])
      expect([person, recipients.has(ids[person])]).toEqual([person, false])
  })

  it('keeps the channel’s roles under the name `roles` on the v1 routes', async () => {
    const login = { email: 'partner@company.test', password: COMPANY_PASSWORD }
    const { body } = await guest.send('POST', '/api/v1/auth/partner-login', login)
    expect(body.user.roles).toEqual(['partner'])
    const named = { username: 'user-partner', password: COMPANY_PASSWORD }
    // Users of this host have no user names.
    expect(await guest.send('POST', '/api/v1/auth/partner-login', named)).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'INVALID_CREDENTIALS' }] },
    })
  })

  it('locks out the users of an inactive partner', async () => {
    const token = await as('rival')
    expect((await guest.send('GET', '/api/orders', undefined, token)).status).toBe(200)
    const data = { status: 'INACTIVE' } as const
    await guest.payload.update({ collection: 'partners', id: ids.beta as number, data })
    expect((await guest.send('GET', '/api/orders', undefined, token)).status).toBe(403)
  })

  it('shows whoever has no role of the channel the host’s own first page', async () => {
    const { payload } = guest
    const users = await allOf(payload, 'users')
    const readerOf = (id: unknown) => ({
      payload,
      user: { ...users.find((user) => user.id === id), collection: 'users' },
    })
    const layoutOf = (id: unknown) =>
      dashboardLayout({ req: readerOf(id) as never }).map(({ widgetSlug }) => widgetSlug as string)
    expect(layoutOf(ids.editor)).toEqual(['collections'])
    expect(layoutOf(ids.salesUser)).toContain('channel-revenue')
  })
})

describe('an app that has users already', () => {
  it('gets its first administrator by the option `admins`, and is told of it until then', async () => {
    const { directory, payload, stop } = await startGuest({ options: { disabled: true } })
    const data = { email: 'boss@host.test', password: PASSWORD }
    await payload.create({ collection: 'users', data: data })
    const warned = await linesOf({ directory })
    expect(warned.join()).toContain("admins: ['you@example.com']")
    const named = await linesOf({
      directory,
      options: { admins: ['Boss@host.test', 'no@one.test'] },
    })
    expect(named.join()).toContain('nobody has the e-mail no@one.test')
    const [user] = await allOf(payload, 'users')
    expect(user).toMatchObject({ channelRoles: ['admin'] })
    expect((await linesOf({ directory })).join()).not.toContain('admins')
    await stop()
  })
})

/** What a start of the host logs. */
const linesOf = async (start: Parameters<typeof startGuest>[0]): Promise<string[]> => {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const { stop } = await startGuest({
    ...start,
    config: { logger: { options: { level: 'info' }, destination: { write } } },
  })
  await stop()
  return lines
}
