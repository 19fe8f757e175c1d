import type { Payload } from 'payload'

import type { TestApp } from '../../support/startTestApp'

const PASSWORD = 'a-Password-for-tests-1'

export type Fixture = {
  /** A request as a user who logs in with this e-mail; answers with status and body. */
  call: (email: string, method: string, path: string, body?: object) => Promise<Answer>
  /** Places and submits an order as the partner's user; answers with its ID and number. */
  submitOrder: () => Promise<{ id: string; orderNumber: string }>
}

export type Answer = { status: number; body: Record<string, never> & { [key: string]: unknown } }

export const people = {
  anna: { email: 'anna@host.example', roles: ['admin'], language: 'en' },
  bao: { email: 'bao@host.example', roles: ['sales'], language: 'zh' },
  erik: { email: 'erik@host.example', roles: ['engineer'], language: 'en' },
  paula: { email: 'paula@partner.example', roles: ['partner'], language: 'en', of: 'ours' },
  ping: { email: 'ping@partner.example', roles: ['partner'], language: 'zh', of: 'ours' },
  otto: { email: 'otto@other.example', roles: ['partner'], language: 'en', of: 'other' },
} as const

/** Two partners, their users, staff, and a product with a price; through Payload as a host would. */
export const makeFixture = async (app: TestApp, partnerName = 'Acme'): Promise<Fixture> => {
  const { payload } = app
  const ours = await makePartner(payload, partnerName, 'net_30')
  const other = await makePartner(payload, `Not ${partnerName}`, 'net_30')
  for (const { email, language, roles, ...rest } of Object.values(people)) {
    const partner = 'of' in rest ? { ours, other }[rest.of] : undefined
    const data = { email, language, roles: [...roles], partner, password: PASSWORD, name: email }
    await payload.create({ collection: 'users', data: data })
  }
  await makeProduct(payload)
  const call: Fixture['call'] = async (email, method, path, body) => {
    const token = await logIn(app, email, PASSWORD)
    return request(app, method, path, body, token ?? undefined)
  }
  const submitOrder: Fixture['submitOrder'] = async () => {
    const { body, status } = await call(
      people.paula.email,
      'POST',
      '/api/v1/partners/orders',
      orderBody,
    )
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body.order as unknown as { id: string; orderNumber: string }
  }
  return { call, submitOrder }
}

/** @returns a token, or `null` when the answer is not a success */
export const logIn = async (
  app: TestApp,
  email: string,
  password: string,
): Promise<null | string> => {
  const { body, status } = await request(app, 'POST', '/api/users/login', { email, password })
  return status === 200 ? String(body.token) : null
}

export const request = async (
  app: TestApp,
  method: string,
  path: string,
  body?: object,
  token?: string,
): Promise<Answer> => {
  const response = await fetch(app.url + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `JWT ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

export { PASSWORD }

const orderBody = {
  agreementAcknowledged: true,
  items: [
    {
      sku: 'BASE',
      licenseType: 'subscription',
      quantity: 2,
      durationYears: 1,
      endUserName: 'End User Inc.',
    },
  ],
}

const makePartner = async (payload: Payload, name: string, paymentTerms: string) => {
  const data = { name, email: 'office@partner.example', currency: 'USD', paymentTerms }
  return (await payload.create({ collection: 'partners', data: data as never })).id
}

const makeProduct = async (payload: Payload): Promise<void> => {
  const product = await payload.create({
    collection: 'products',
    data: {
      sku: 'BASE',
      name: 'Base',
      productType: 'enterprise',
      licensePrefix: 'BAS',
      issuing: 'per_unit',
    },
  })
  const priceList = await payload.create({
    collection: 'price-lists',
    data: { name: 'Everybody', currency: 'USD', taxRateBps: 0, active: true },
  })
  await payload.create({
    collection: 'price-list-items',
    data: {
      priceList: priceList.id,
      product: product.id,
      licenseType: 'subscription',
      unitPrice: 12_345,
    },
  })
}
