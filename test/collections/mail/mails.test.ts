import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { settleRecoveries } from '../../../src/operations/accounts/recoverLater'
import { startCompany, type Client, type Company, type Json } from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

let company: Company
let admin: Client
/** What stands in the mail with the link to a new password. */
let secret: string

beforeAll(async () => {
  company = await startCompany()
  admin = await company.as('admin')
  const email = 'partner@company.test'
  await company.anybody.post('/api/users/forgot-password', { email })
  await settleRecoveries(company.payload)
  const [mail] = await allOf(company.payload, 'mails', { confidential: { equals: true } })
  secret = /\/reset\/(\w+)/.exec(mail.text)?.[1] as string
  expect(secret).toBeTruthy()
  const [now, key] = [new Date().toISOString(), 'open']
  await company.payload.create({
    collection: 'mails',
    data: {
      ...{ to: 'a@company.test', mailSubject: 'Open', text: 'Hello', html: '<p>Hello</p>' },
      ...{ confidential: false, status: 'queued', attempts: 0, dueAt: now, key },
    },
  })
})
afterAll(() => company?.stop())

const texts = ({ docs }: Json): Json =>
  Object.fromEntries(
    docs.map(({ confidential, html = null, text = null }: Json) => [
      confidential ? 'secret' : 'open',
      [text, html],
    ]),
  )
const shown = { secret: [null, null], open: ['Hello', '<p>Hello</p>'] }

describe('mails', () => {
  it.each(['', '&select[text]=true&select[html]=true', '&depth=0&sort=-createdAt'])(
    'show administrators their text, but for what is confidential: %s',
    async (query) => {
      const { body } = await admin.get(`/api/mails?limit=10${query}`)
      expect(texts(body)).toEqual(shown)
    },
  )

  it('have their text on their page in the admin panel, but for what is confidential', async () => {
    for (const { confidential, id } of await allOf(company.payload, 'mails')) {
      const { body } = await admin.post(`/api/mails/access/${id}`, {})
      expect([confidential, Boolean(body.fields.text?.read)]).toEqual([confidential, !confidential])
    }
  })

  it('show no text where it is left out whether it is confidential', async () => {
    const { body } = await admin.get('/api/mails?select[confidential]=false')
    expect(JSON.stringify(body)).not.toContain(secret)
  })

  it('show the same through GraphQL', async () => {
    const ask = async (fields: string) =>
      (await admin.post('/api/graphql', { query: `{ Mails { docs { ${fields} } } }` })).body.data
    expect(texts((await ask('confidential text html')).Mails)).toEqual(shown)
    expect(JSON.stringify(await ask('text html'))).not.toContain(secret)
  })

  it.each(['text', 'html'])('are not found by their %s, and not sorted by it', async (field) => {
    const prefix = encodeURIComponent(secret.slice(0, 4))
    const queries = [
      `where[${field}][contains]=${prefix}`,
      `where[${field}][exists]=true`,
      `where[or][0][and][0][${field}][like]=${prefix}`,
      `sort=${field}`,
      `sort=-${field},createdAt`,
    ]
    for (const query of queries)
      for (const path of ['/api/mails', '/api/mails/count']) {
        if (path.endsWith('count') && query.startsWith('sort')) continue
        const { body, status } = await admin.get(`${path}?${query}`)
        expect([path, query, status, body.errors?.[0]?.code]).toEqual([
          ...[path, query],
          ...[422, 'INVALID_INPUT'],
        ])
      }
    for (const asked of [`where: { ${field}: { contains: "${prefix}" } }`, `sort: "${field}"`]) {
      const query = `{ Mails(${asked}) { totalDocs } }`
      const { body } = await admin.post('/api/graphql', { query })
      expect([asked, body.data?.Mails ?? null]).toEqual([asked, null])
    }
  })
})
