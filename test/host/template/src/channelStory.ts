/* The first day of channel sales in a host, as requests alone. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the story reads of it is its type
type Body = any
type Answer = { status: number; body: Body }
/** Sends JSON to a path below the host's API route. */
export type Send = (method: string, path: string, body?: unknown, token?: string) => Promise<Answer>

export const PASSWORD = 'a-Password-of-tests-1'
/** A blank host's users log in by e-mail. */
export const PARTNER = 'partner@northwind.test'

const insist = async (sent: Promise<Answer>, what: string): Promise<Body> => {
  const { body, status } = await sent
  if (status >= 400) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** The first user of the host, who administers the channel as well. */
export const registerFirst = async (send: Send, users: string): Promise<string> => {
  const first = { email: 'owner@host.test', password: PASSWORD }
  return (await insist(send('POST', `/${users}/first-register`, first), 'first user')).token
}

/** A product with its price, and a partner with a user of its own. */
export const openShop = async (send: Send, token: string, users: string): Promise<void> => {
  const make = async (slug: string, data: object): Promise<number | string> =>
    (await insist(send('POST', `/${slug}`, data, token), slug)).doc.id
  const limits = { workspaces: 10, users: 50 }
  const product = await make('products', {
    sku: 'PRO-TEAM',
    name: 'Team',
    productType: 'professional',
    licensePrefix: 'PRO',
    limits,
  })
  const priceList = await make('price-lists', { name: 'List', currency: 'USD', taxRateBps: 825 })
  const price = { priceList, product, licenseType: 'subscription', unitPrice: 20_000 }
  await make('price-list-items', price)
  const partner = await make('partners', {
    name: 'Northwind Traders',
    email: 'orders@northwind.test',
    currency: 'USD',
    paymentTerms: 'net_30',
  })
  const login = { email: PARTNER, password: PASSWORD }
  await make(users, {
    ...login,
    name: 'Nora',
    channelRoles: ['partner'],
    partner,
  })
}

/** The partner orders, the owner approves. @returns the IDs of the licenses that this issued */
export const sellLicenses = async (send: Send, owner: string): Promise<string[]> => {
  const login = { username: PARTNER, password: PASSWORD }
  const { token } = await insist(send('POST', '/v1/auth/partner-login', login), 'partner login')
  const line = { sku: 'PRO-TEAM', licenseType: 'subscription', quantity: 2, durationYears: 1 }
  const items = [{ ...line, endUserName: 'Adventure Works' }]
  const order = { agreementAcknowledged: true, items }
  const placed = await insist(send('POST', '/v1/partners/orders', order, token), 'order')
  const path = `/v1/orders/${placed.order.id}/approve`
  const approved = await insist(send('POST', path, {}, owner), 'approval')
  const seen = await insist(send('GET', '/v1/licenses', undefined, token), 'licenses')
  const ids = approved.licenses.map(({ licenseId }: Body) => licenseId)
  if (seen.docs.length !== ids.length) throw new Error('The partner does not see its licenses.')
  return ids
}
