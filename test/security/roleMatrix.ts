import { readFile, writeFile } from 'node:fs/promises'

import { expect } from '@jest/globals'
import type { CollectionSlug } from 'payload'

import {
  client,
  order,
  startCompany,
  type Client,
  type Company,
  type Json,
} from '../support/fixtures'

/** The weakest first, as what is deleted is gone. */
export const roles = [
  'nobody',
  'customer',
  'engineer',
  'rival',
  'partner',
  'sales',
  'admin',
] as const
export type Role = (typeof roles)[number]
export type Crew = Record<Role, Client>

/** Two partners with an order and licenses each, and an order in draft each. */
export const startCrew = async (): Promise<{ company: Company; as: Crew }> => {
  const company = await startCompany()
  const as = {} as Crew
  for (const role of roles) as[role] = role === 'nobody' ? company.anybody : await company.as(role)
  for (const who of ['partner', 'rival'] as const) {
    const { body } = await as[who].post('/api/v1/partners/orders', order())
    await as.sales.post(`/api/v1/orders/${body.order.id}/approve`, {})
    await as.sales.post(`/api/v1/orders/${body.order.id}/pay`, {})
    await as[who].post('/api/v1/partners/orders', order({ submit: false }))
  }
  return { company, as }
}

/** After what ended everybody's session. */
export const logInAnew = async ({ logIn, url }: Company, as: Crew): Promise<void> => {
  for (const role of roles) if (role !== 'nobody') as[role] = client(url, await logIn(role))
}

export type Cell = (client: Client) => Promise<number | string>

/** A line of the file: what each role gets. */
export const lineOf = async (as: Crew, name: string, cell: Cell): Promise<string> => {
  const cells: string[] = []
  for (const role of roles) cells.push(String(await cell(as[role])).padEnd(4))
  return `${name.padEnd(56)}${cells.join('')}`.trimEnd()
}

const head = `${''.padEnd(56)}${roles.map((role) => role.slice(0, 3).padEnd(4)).join('')}`.trimEnd()

/** Written out, for a reviewer to read: `WRITE_MATRIX=1` writes them anew, and the diff is the review. */
export const compare = async (name: string, lines: string[]): Promise<void> => {
  const file = `test/security/${name}.txt`
  const text = `${[head, ...lines].join('\n')}\n`
  if (process.env.WRITE_MATRIX === '1') await writeFile(file, text)
  expect(text.split('\n')).toEqual((await readFile(file, 'utf8')).split('\n'))
}

export type Pair = [whose: string, id: number | string][]

/** One document of the first partner's and one of the other's; of what has no partner, any. */
export const pairOf = async ({ ids, payload }: Company, slug: string): Promise<Pair> => {
  const { adminUser, alpha, beta, partnerUser } = ids
  if (slug === 'users')
    return [
      ['own', partnerUser as string],
      ['foreign', adminUser as string],
    ]
  if (slug === 'partners')
    return [
      ['own', alpha as string],
      ['foreign', beta as string],
    ]
  const { docs } = await payload.find({
    collection: slug as CollectionSlug,
    depth: 0,
    pagination: false,
    sort: 'id',
  })
  const of = (partner: unknown) => docs.find((doc) => (doc as Json).partner === partner)?.id
  const pair = [
    ['own', of(alpha)],
    ['foreign', of(beta)],
  ] as [string, number | string | undefined][]
  const found = pair.filter((one): one is [string, number | string] => one[1] !== undefined)
  return found.length > 0 ? found : docs.slice(0, 1).map(({ id }) => ['any', id])
}

export const rest =
  (method: 'delete' | 'get' | 'patch' | 'post', path: string, body?: object): Cell =>
  async (client) =>
    (await client[method](path, body)).status

export const graphql =
  (query: string, variables?: object): Cell =>
  async (client) => {
    const { body } = await client.post('/api/graphql', { query, variables })
    const [error] = body.errors ?? []
    return error ? (error.extensions?.statusCode ?? error.extensions?.code) : 200
  }

export const idOf = (id: number | string): string =>
  typeof id === 'number' ? String(id) : `"${id}"`
