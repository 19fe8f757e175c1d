import type { CollectionSlug, Payload } from 'payload'

import type { ChannelPluginOptions } from '../../src/options'
import { userData } from '../../src/channel'
import { checkAnswer } from './checkAnswer'
import { startTestApp, type TestApp } from './startTestApp'

export const PASSWORD = 'a-Password-of-tests-1'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test expects of it is its type
export type Json = any

export type Answer = {
  status: number
  /** The parsed JSON; `{}` when there is none. */
  body: Json
  headers: Headers
}

export type Client = ReturnType<typeof client>

/**
 * Sends JSON as the holder of a token; a string body goes as it is. An answer of a v1 route that is
 * not as documented fails the test.
 */
export const client = (url: string, token?: string) => {
  const send =
    (method: string) =>
    async (path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(token && { Authorization: `JWT ${token}` }),
          ...headers,
        },
        body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      })
      const text = await response.text()
      let parsed: unknown = {}
      try {
        parsed = text ? JSON.parse(text) : {}
      } catch {
        parsed = { text }
      }
      checkAnswer(method, path, response.status, parsed)
      return { status: response.status, body: parsed, headers: response.headers }
    }
  return {
    token,
    get: send('GET'),
    post: send('POST'),
    patch: send('PATCH'),
    put: send('PUT'),
    delete: send('DELETE'),
  }
}

const people = {
  admin: { roles: ['admin'] },
  sales: { roles: ['sales'] },
  engineer: { roles: ['engineer'], engineer: 'erin' },
  partner: { roles: ['partner'], partner: 'alpha' },
  colleague: { roles: ['partner'], partner: 'alpha' },
  rival: { roles: ['partner'], partner: 'beta' },
  idle: { roles: ['partner'], partner: 'idle' },
  stray: { roles: ['partner'] },
  customer: { roles: ['customer'], customer: 'acme' },
} as const

/** Every user of the company: staff, two partners' users, one of an inactive partner, one of none. */
export type Person = keyof typeof people

/** An order line as a client writes it. */
export const line = (changes: object = {}) => ({
  sku: 'ENT-SUITE',
  licenseType: 'subscription',
  quantity: 2,
  durationYears: 3,
  endUserName: 'Adventure Works',
  ...changes,
})

/** The body of a submitted order. */
export const order = (changes: object = {}) => ({
  agreementAcknowledged: true,
  items: [line()],
  ...changes,
})

type Id = number | string

/** A small company with prices in two currencies, in a database of its own. */
export const startCompany = async (
  options: ChannelPluginOptions = {},
  variables: Record<string, string> = {},
) => {
  const app = await startTestApp(options, variables)
  // Refusals are what these tests are about; their log would bury a failure.
  app.payload.logger.level = 'silent'
  return { ...app, ...(await openCompany(app, await buildCompany(app.payload))) }
}

export type Company = Awaited<ReturnType<typeof startCompany>>

/** Logs in whoever is asked for, once. */
export const openCompany = async (
  { url, payload }: Pick<TestApp, 'payload' | 'url'>,
  ids: Record<string, Id>,
) => {
  const users = payload.config.custom?.channel.options.slugs.users as string
  const tokens = new Map<string, string>()
  const logIn = async (person: Person): Promise<string> => {
    const { body } = await client(url).post(`/api/${users}/login`, {
      email: `${person}@company.test`,
      password: PASSWORD,
    })
    if (!body.token) throw new Error(`${person} can't log in: ${JSON.stringify(body)}`)
    return body.token
  }
  const as = async (person: Person): Promise<Client> => {
    if (!tokens.has(person)) tokens.set(person, await logIn(person))
    return client(url, tokens.get(person))
  }
  return { ids, as, logIn, anybody: client(url) }
}

/** @returns the IDs of what was made, by short names */
export const buildCompany = async (payload: Payload): Promise<Record<string, Id>> => {
  const slugs = payload.config.custom?.channel.options.slugs as Record<string, CollectionSlug>
  const ids: Record<string, Id> = {}
  const make = async (name: string, key: string, data: object): Promise<Id> => {
    const { id } = await payload.create({
      collection: slugs[key] as CollectionSlug,
      data: data as never,
      depth: 0,
    })
    ids[name] = id
    return id
  }
  await make('gold', 'tiers', { name: 'Gold', level: 3 })
  await make('silver', 'tiers', { name: 'Silver', level: 2 })
  for (const [name, product] of Object.entries(products)) await make(name, 'products', product)
  await makePrices(make, ids)
  await makePartners(make, ids)
  await make('erin', 'engineers', { name: 'Erin', email: 'erin@company.test' })
  await make('acme', 'customers', { name: 'Acme', partner: ids.alpha, email: 'it@acme.test' })
  await make('bolt', 'customers', { name: 'Bolt', partner: ids.beta, email: 'it@bolt.test' })
  for (const [name, { roles, ...links }] of Object.entries(people))
    await make(
      `${name}User`,
      'users',
      userData(payload, {
        email: `${name}@company.test`,
        username: `user-${name}`,
        name: `The ${name}`,
        password: PASSWORD,
        roles,
        ...Object.fromEntries(Object.entries(links).map(([key, target]) => [key, ids[target]])),
      }),
    )
  await payload.update({
    collection: slugs.partners as 'partners',
    id: ids.idle as string,
    data: { status: 'INACTIVE' },
    depth: 0,
  })
  return ids
}

const products = {
  suite: {
    sku: 'ENT-SUITE',
    name: 'Enterprise Suite',
    productType: 'enterprise',
    licensePrefix: 'ENT',
    limits: { workspaces: 50, users: 500 },
  },
  team: {
    sku: 'PRO-TEAM',
    name: 'Team',
    productType: 'professional',
    licensePrefix: 'PRO',
    limits: { workspaces: 10, users: 50 },
  },
  seats: {
    sku: 'SEAT-PACK',
    name: 'Seats',
    productType: 'addon',
    licensePrefix: 'SEA',
    issuing: 'seat_count',
    limits: { workspaces: 0, users: 1 },
  },
  retired: {
    sku: 'OLD-ONE',
    name: 'Retired',
    productType: 'addon',
    licensePrefix: 'OLD',
    active: false,
  },
} as const

type Make = (name: string, key: string, data: object) => Promise<Id>

/** Minor units: the list in USD, gold's and silver's own; tax of 8.25 % and 19 %. */
const makePrices = async (make: Make, ids: Record<string, Id>): Promise<void> => {
  const lists = [
    { name: 'listUsd', currency: 'USD', taxRateBps: 825, tier: null, factor: 10 },
    { name: 'goldUsd', currency: 'USD', taxRateBps: 825, tier: ids.gold, factor: 7 },
    { name: 'silverUsd', currency: 'USD', taxRateBps: 825, tier: ids.silver, factor: 8 },
    { name: 'listEur', currency: 'EUR', taxRateBps: 1900, tier: null, factor: 9 },
  ]
  for (const { factor, ...list } of lists) {
    const priceList = await make(list.name, 'priceLists', list)
    const row = { priceList, licenseType: 'subscription' }
    await make(`${list.name}Suite`, 'priceListItems', {
      ...row,
      product: ids.suite,
      unitPrice: 10_001 * factor,
      breaks: [{ minQuantity: 10, unitPrice: 9_001 * factor }],
    })
    await make(`${list.name}Team`, 'priceListItems', {
      ...row,
      product: ids.team,
      unitPrice: 2_000 * factor,
      discountBps: 500,
    })
    await make(`${list.name}Seats`, 'priceListItems', {
      ...row,
      product: ids.seats,
      unitPrice: 60 * factor,
    })
  }
  await make('perpetual', 'priceListItems', {
    priceList: ids.listUsd,
    product: ids.suite,
    licenseType: 'perpetual',
    unitPrice: 350_000,
  })
}

const makePartners = async (make: Make, ids: Record<string, Id>): Promise<void> => {
  const secret = { internalNotes: 'pays late, secret-note' }
  await make('alpha', 'partners', {
    name: 'Alpha',
    email: 'orders@alpha.test',
    tier: ids.gold,
    currency: 'USD',
    paymentTerms: 'net_30',
    ...secret,
  })
  await make('beta', 'partners', {
    name: 'Beta',
    email: 'orders@beta.test',
    tier: ids.silver,
    currency: 'EUR',
    paymentTerms: 'prepaid',
    ...secret,
  })
  await make('idle', 'partners', { name: 'Idle', email: 'orders@idle.test', ...secret })
}
