import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { viewPaths } from '../../src/admin/viewPaths'
import { demoUsers } from '../../src/host/seed/demoCatalog'
import { callPage, foreignNames, logInByCookie, readAll, slugs, textOf, type Reader } from './leaks'
import { startServer, type Server } from './startServer'

const MINUTES = 60_000
const PASSWORD = 'demo-Password-1'

/** What staff note of what others read; each is planted with a text that is found nowhere else. */
const noted: Record<string, string> = {
  partners: 'internalNotes',
  customers: 'notes',
  orders: 'internalNotes',
  licenses: 'internalNotes',
  deployments: 'internalNotes',
}

let server: Server
let all: Awaited<ReturnType<typeof readAll>>

/** The first few that somebody may open, and as many that are somebody else's. */
type Sample = { own: (number | string)[]; foreign: (number | string)[] }

type Sight = { reader: Reader; secrets: string[]; samples: Map<string, Sample> }

const plant = async (admin: Reader): Promise<void> => {
  const found = await readAll(admin)
  for (const [slug, field] of Object.entries(noted))
    for (const { id } of found.get(slug) ?? []) {
      const body = JSON.stringify({ [field]: `canary-${slug}-${id}-canary` })
      const headers = { 'Content-Type': 'application/json' }
      const { status, text } = await textOf(admin, `/api/${slug}/${id}`, {
        method: 'PATCH',
        headers,
        body,
      })
      if (status !== 200) throw new Error(`${slug} ${id} takes no note: ${text}`)
    }
}

const sightOf = async (role: string): Promise<Sight> => {
  const { email } = demoUsers.find((user) => user.role === role) as { email: string }
  const reader = await logInByCookie(server.url, email, PASSWORD)
  const own = await readAll(reader)
  const known = JSON.stringify([...own])
  const canaries = JSON.stringify([...all]).match(/canary-[\w-]+-canary/g) ?? []
  const samples = new Map<string, Sample>()
  for (const slug of slugs) {
    const ids = (own.get(slug) ?? []).map(({ id }) => id)
    const others = (all.get(slug) ?? []).map(({ id }) => id).filter((id) => !ids.includes(id))
    samples.set(slug, { own: ids.slice(0, 2), foreign: others.slice(0, 1) })
  }
  const hidden = canaries.filter((canary) => !known.includes(canary))
  return { reader, secrets: [...hidden, ...foreignNames(all, own)], samples }
}

const found = ({ secrets }: Sight, where: string, text: string): string[] =>
  secrets.filter((secret) => text.includes(secret)).map((secret) => `${where}: ${secret}`)

const pagesOf = ({ samples }: Sight): string[] => [
  '',
  '/account',
  '/no-such-page',
  ...Object.values(viewPaths),
  ...slugs.flatMap((slug) => {
    const { foreign = [], own = [] } = samples.get(slug) ?? {}
    const below = ['', '/create', ...[...own, ...foreign].map((id) => `/${id}`)]
    return below.map((path) => `/collections/${slug}${path}`)
  }),
]

/** The ID of the one server function of the panel, as its pages know it. */
const actionOf = async (reader: Reader): Promise<string> => {
  const { text } = await textOf(reader, '/admin')
  const [id] = /(?<="id\\?":\\?")[0-9a-f]{40,42}(?=\\?")/.exec(text.replaceAll('\\"', '"')) ?? []
  if (!id) throw new Error('No page knows of a server function.')
  return id
}

const formState = (slug: string, id: number | string) => ({
  id,
  collectionSlug: slug,
  data: {},
  docPermissions: { fields: true },
  docPreferences: { fields: {} },
  operation: 'update',
  renderAllFields: true,
  returnLockStatus: true,
  schemaPath: slug,
})

const documentOf = (slug: string, id: number | string) => ({ collectionSlug: slug, docID: id })

const listOf = (slug: string) => ({ collectionSlug: slug, enableRowSelections: false })

const tableOf = (slug: string) => ({
  collectionSlug: slug,
  enableRowSelections: false,
  query: { limit: 50 },
  renderRowTypes: true,
})

beforeAll(async () => {
  server = await startServer()
  const admin = await logInByCookie(server.url, 'admin@demo.test', PASSWORD)
  await plant(admin)
  all = await readAll(admin)
}, 15 * MINUTES)

afterAll(async () => server?.stop(), MINUTES)

describe.each(['partner', 'customer', 'engineer'])('the pages of a %s', (role) => {
  let sight: Sight
  beforeAll(async () => {
    sight = await sightOf(role)
  }, MINUTES)

  it('are looked through for notes and for others’ names, and there are some', () => {
    const { samples, secrets } = sight
    expect(secrets.filter((secret) => secret.startsWith('canary-')).length).toBeGreaterThan(10)
    expect(secrets.filter((secret) => !secret.startsWith('canary-')).length).toBeGreaterThan(5)
    expect(samples.get('licenses')?.own).toHaveLength(2)
    expect(samples.get('licenses')?.foreign).toHaveLength(1)
  })

  it(
    'say nothing that their reader may not read by REST',
    async () => {
      const leaks: string[] = []
      const statuses = new Map<string, number>()
      for (const page of pagesOf(sight)) {
        const { status, text } = await textOf(sight.reader, `/admin${page}`)
        statuses.set(page, status)
        leaks.push(...found(sight, page, text))
      }
      expect(leaks).toEqual([])
      expect(statuses.get('')).toBe(200)
      expect([...statuses.values()].filter((status) => status >= 500)).toEqual([])
    },
    5 * MINUTES,
  )

  it(
    'get nothing from the panel’s server functions that REST keeps from them',
    async () => {
      const action = await actionOf(sight.reader)
      const leaks: string[] = []
      let answered = 0
      const ask = async (name: string, slug: string, args: object): Promise<void> => {
        const { status, text } = await callPage(sight.reader, action, name, args)
        if (status === 200) answered += 1
        leaks.push(...found(sight, `${name} ${slug}`, text))
      }
      for (const [slug, { foreign, own }] of sight.samples) {
        await ask('render-list', slug, listOf(slug))
        await ask('table-state', slug, tableOf(slug))
        for (const id of [...own.slice(0, 1), ...foreign]) {
          await ask('form-state', slug, formState(slug, id))
          await ask('render-document', slug, documentOf(slug, id))
        }
      }
      expect(leaks).toEqual([])
      expect(answered).toBeGreaterThan(20)
    },
    5 * MINUTES,
  )
})
