import {
  buildConfig,
  commitTransaction,
  createLocalReq,
  getPayload,
  initTransaction,
  type CollectionConfig,
  type DatabaseAdapterObj,
  type Endpoint,
  type Field,
} from 'payload'

import { createApp } from '../../src/host/server/createApp'
import { serve } from './serve'

const texts = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'text' }))
const numbers = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'number' }))
const signedIn: CollectionConfig['access'] = { create: ({ req }) => Boolean(req.user) }

/** As many licenses as asked for, each with `payload.create`, in one transaction. */
const issue: Endpoint = {
  path: '/issue',
  method: 'post',
  handler: async (request) => {
    const { count } = (await request.json?.()) as { count: number }
    const req = await createLocalReq({}, request.payload)
    const batch = Date.now()
    await initTransaction(req)
    for (let unit = 1; unit <= count; unit += 1) {
      const data = { licenseId: `BEN-${batch}-${unit}`, state: 'created', unit, seats: 1 }
      await req.payload.create({ collection: 'licenses' as never, data: data as never, req })
    }
    await commitTransaction(req)
    return Response.json({ count })
  },
}

/** A naive host: the same fields in collections without hooks, the REST API as it comes. */
const collections: CollectionConfig[] = [
  { slug: 'users', auth: true, access: { create: () => true }, fields: [] },
  {
    slug: 'orders',
    access: signedIn,
    fields: [
      ...texts('orderNumber', 'state', 'currency', 'agreementVersion', 'notes'),
      ...numbers('subtotal', 'discountTotal', 'taxTotal', 'total', 'licenseCount'),
      { name: 'orderDate', type: 'date' },
      { name: 'agreementAcknowledged', type: 'checkbox' },
    ],
  },
  {
    slug: 'order-items',
    access: signedIn,
    fields: [
      { name: 'order', type: 'relationship', relationTo: 'orders', required: true },
      ...texts('sku', 'productName', 'licenseType', 'endUserName', 'endUserEmail'),
      ...numbers('position', 'quantity', 'durationYears', 'unitPrice', 'listPrice'),
      ...numbers('subtotal', 'discount', 'taxRateBps', 'tax', 'total'),
    ],
  },
  {
    slug: 'licenses',
    fields: [
      { name: 'licenseId', type: 'text', unique: true },
      { name: 'partner', type: 'text', index: true },
      ...texts('state', 'productType', 'licenseType', 'issueKey'),
      ...numbers('unit', 'seats'),
      { name: 'limits', type: 'group', fields: numbers('workspaces', 'users') },
      { name: 'startsAt', type: 'date' },
      { name: 'expiresAt', type: 'date' },
      { name: 'usage', type: 'group', fields: numbers('workspaces', 'users') },
    ],
  },
  {
    slug: 'usage-reports',
    access: signedIn,
    fields: [
      { name: 'license', type: 'relationship', relationTo: 'licenses', required: true },
      { name: 'reportedAt', type: 'date', required: true },
      { name: 'reportKey', type: 'text', unique: true },
      ...numbers('workspaces', 'users'),
    ],
  },
]

const stockAdapter = async (uri: string): Promise<DatabaseAdapterObj> => {
  if (uri.startsWith('file:')) {
    const { sqliteAdapter } = await import('@payloadcms/db-sqlite')
    return sqliteAdapter({ client: { url: uri }, push: true })
  }
  const { postgresAdapter } = await import('@payloadcms/db-postgres')
  return postgresAdapter({ pool: { connectionString: uri }, push: true })
}

const environment = process.env as Record<string, string | undefined>
// Payload pushes the tables outside production only.
environment.NODE_ENV = 'development'
const config = buildConfig({
  secret: environment.PAYLOAD_SECRET as string,
  telemetry: false,
  collections,
  db: await stockAdapter(environment.DATABASE_URI as string),
  endpoints: [issue],
  typescript: { autoGenerate: false },
})
const payload = await getPayload({ config })
environment.NODE_ENV = 'production'
const data = { email: 'bench@plain.test', password: 'demo-Password-1' }
await payload.create({ collection: 'users', data })
serve(createApp({ payload }))
