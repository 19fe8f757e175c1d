import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { getPayload, type Payload } from 'payload'

import { environment } from '../../src/host/environment'
import { hostConfig } from '../../src/host/hostConfig'

export type Opened = { payload: Payload; product: string; customer: string; partner: string }

/** Our schema with so many partners, a product and a customer; `partner` is one of them. */
export const openPayload = async (uri: string, partners: number): Promise<Opened> => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'channel-growth-'))
  const settings = environment({
    NODE_ENV: 'test',
    PAYLOAD_SECRET: 'a-secret-for-measuring',
    DATABASE_URI: uri,
    DATA_DIR: dataDir,
  })
  const config = await hostConfig(settings)
  const payload = await getPayload({ config })
  payload.logger.level = 'silent'
  const { id: product } = await payload.create({
    collection: 'products',
    data: {
      sku: 'ENT',
      name: 'Enterprise',
      productType: 'enterprise',
      licensePrefix: 'ENT',
    } as never,
  })
  const { id: customer } = await payload.create({
    collection: 'customers',
    data: { name: 'Everyone' },
  })
  let partner = ''
  for (let index = 0; index < partners; index += 1) partner = await makePartner(payload, index)
  return { payload, product, customer, partner }
}

const makePartner = async (payload: Payload, index: number): Promise<string> => {
  const data = { name: `Partner ${index}`, email: `p${index}@growth.test`, currency: 'USD' }
  return (await payload.create({ collection: 'partners', data: data as never })).id
}
