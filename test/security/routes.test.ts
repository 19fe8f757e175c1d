import { afterAll, beforeAll, describe, it } from '@jest/globals'

import { order, type Company, type Json } from '../support/fixtures'
import { compare, lineOf, pairOf, rest, startCrew, type Crew, type Pair } from './roleMatrix'

let company: Company
let as: Crew

beforeAll(async () => {
  ;({ as, company } = await startCrew())
})
afterAll(async () => company?.stop())

type Method = 'delete' | 'get' | 'patch' | 'post'

/** Paths whose words are not the slugs of what they are about. */
const slugs: Record<string, string> = { resellers: 'partners', jobs: 'job-runs' }

/** What its path is about: the word before its ID. */
const slugOf = (path: string): string => {
  const word = /([\w-]+)\/:/.exec(path)?.[1] as string
  return slugs[word] ?? word
}

/** Whose documents a route is tried with; one without an ID in its path is tried once. */
const targetsOf = async (path: string): Promise<Pair> => {
  if (path.endsWith('/:file')) return [['', 'no-such-file']]
  if (!path.includes(':')) return [['', '']]
  const pair = await pairOf(company, slugOf(path))
  if (pair.length === 0) return [['absent', path.includes(':licenseId') ? 'CH-0000' : 1]]
  if (!path.includes(':licenseId')) return pair
  const found: Pair = []
  for (const [whose, id] of pair) {
    const license: Json = await company.payload.findByID({ collection: 'licenses', id, depth: 0 })
    found.push([whose, license.licenseId])
  }
  return found
}

/** What a route must be sent before it asks who it is that sends it. */
const bodies: Record<string, object> = {
  'patch /v1/customers/:id': { name: 'Of another name' },
  'patch /v1/engineers/:id': { name: 'Of another name' },
  'patch /v1/licenses/:id': { notes: 'A note.' },
  'patch /v1/resellers/:id': { name: 'Of another name' },
  'patch /v1/partners/orders/:id': order({ submit: undefined }),
  'post /v1/partners/orders': order(),
}

const withReason = /\/(fail|reject|return|reverse|suspend|terminate)$/

const bodyOf = (method: string, path: string): object | undefined => {
  if (method === 'get') return undefined
  return bodies[`${method} ${path}`] ?? (withReason.test(path) ? { reason: 'It must be.' } : {})
}

/** What deletes goes last, and whoever logs out does so in the end. */
const rankOf = ({ method, path }: { method: string; path: string }): number =>
  path.endsWith('-logout') ? 2 : method === 'delete' ? 1 : 0

describe('what each role gets', () => {
  it('of every route of the plugin, for its own and for others, is as written', async () => {
    const routes = company.payload.config.endpoints.filter(({ path }) => path.startsWith('/v1'))
    const lines: string[] = []
    for (const { method, path } of routes.toSorted((a, b) => rankOf(a) - rankOf(b)))
      for (const [whose, id] of await targetsOf(path)) {
        const url = `/api${path.replace(/:\w+/, String(id))}`
        const body = bodyOf(method, path)
        const name = `${method} ${path} ${whose}`.trimEnd()
        lines.push(await lineOf(as, name, rest(method as Method, url, body)))
      }
    await compare('routes', lines)
  })
})
