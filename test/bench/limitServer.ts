import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { v7 } from 'uuid'

import { UNIT_PRICE, type orderBody } from './catalog'
import { queryRows } from './engines'
import { limitOfLists } from './limitOfLists'
import { limitOfUsage } from './limitOfUsage'
import { openRaw, type Batch, type Row } from './rawDatabase'
import { serve } from './serve'

/*
 * The limit: the same rows into the same tables as ours, copied from what ours wrote last, by a bare
 * HTTP server without users, validation, price lists, hooks and hashes.
 */
const uri = process.env.DATABASE_URI as string
const raw = openRaw(uri)

const latest = async (table: string, where = '1 = 1'): Promise<Row> => {
  const text = `SELECT * FROM ${table} WHERE ${where} ORDER BY id DESC LIMIT 1`
  const [row] = await queryRows(uri, text)
  if (!row) throw new Error(`Ours has written nothing into ${table}.`)
  return row
}
const order = await latest('orders')
const item = await latest('order_items')
const event = await latest('events')
const orderLog = await latest('change_logs', `subject = 'orders' AND action = 'create'`)
const license = await latest('licenses')
const licenseLog = await latest('change_logs', `subject = 'licenses'`)
const seriesOf = (number: unknown) => String(number).slice(0, -7)

type Lines = ReturnType<typeof orderBody>['items']

const placeOrder = async ({ items }: { items: Lines }): Promise<object> => {
  const now = new Date().toISOString()
  const times = { created_at: now, updated_at: now }
  const amounts = items.map(({ quantity }) => quantity * UNIT_PRICE)
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const series = seriesOf(order.order_number)
  const order_number = `${series}-${await raw.raise(series, 1)}`
  const id = v7()
  const lines = items.map(({ sku, quantity }, position) => {
    const subtotal = amounts[position]
    return { ...item, ...times, id: v7(), order_id: id, position, sku, quantity, subtotal }
  })
  const head = { ...order, ...times, id, order_number, total, request_key: randomUUID() }
  await raw.write([
    ['orders', [head]],
    ['order_items', lines],
    ['change_logs', [{ ...orderLog, id: v7(), at: now, document_id: id }]],
    ['events', [{ ...event, ...times, id: v7(), document_id: id }]],
  ])
  return { order: { id, order_number, total, items: lines } }
}

const BATCH = 1_000

function* licenseBatches(count: number, last: number): Generator<Batch> {
  const now = new Date().toISOString()
  const series = seriesOf(license.license_id)
  const issueKey = randomUUID()
  for (let start = 0; start < count; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - start) }, (_, index): Row => {
      const unit = start + index + 1
      const license_id = `${series}-${last - count + unit}`
      const issue_key = `${issueKey}:${unit}`
      return { ...license, id: v7(), license_id, unit, issue_key, created_at: now, updated_at: now }
    })
    yield ['licenses', rows]
    const logs = rows.map(({ id }) => ({ ...licenseLog, id: v7(), at: now, document_id: id }))
    yield ['change_logs', logs]
  }
}

const issue = async ({ count }: { count: number }): Promise<object> => {
  const last = await raw.raise(seriesOf(license.license_id), count)
  await raw.write(licenseBatches(count, last))
  return { count }
}

const usage = limitOfUsage(raw, uri)
const lists = limitOfLists(raw)

const readJson = async (request: IncomingMessage): Promise<never> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const query = new URL(request.url as string, 'http://limit').searchParams
  return (text ? JSON.parse(text) : Object.fromEntries(query)) as never
}

const works: Record<string, (body: never) => Promise<object>> = {
  '/issue': issue,
  '/licenses': lists.licenses,
  '/overview': lists.overview,
  '/usage': usage.report,
  '/validate': usage.validate,
}

serve((request, response) => {
  const work = works[request.url?.split('?')[0] as string] ?? placeOrder
  readJson(request)
    .then(work)
    .then((body) => {
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    .catch((error: unknown) => response.writeHead(500).end(String(error)))
})
