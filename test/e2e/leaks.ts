import { defaultSlugs } from '../../src/slugs'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test reads of it is its type
type Json = any

/** Someone who is logged in by cookie, as a browser is. */
export type Reader = { url: string; cookie: string }

export const logInByCookie = async (
  url: string,
  email: string,
  password: string,
): Promise<Reader> => {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const [cookie = ''] = response.headers.getSetCookie()
  return { url, cookie: cookie.split(';')[0] as string }
}

export const textOf = async (
  { cookie, url }: Reader,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${url}${path}`, {
    ...init,
    headers: { Cookie: cookie, Origin: url, ...(init.headers as Record<string, string>) },
  })
  return { status: response.status, text: await response.text() }
}

/** Payload's server functions, called as its pages call them. */
export const callPage = (reader: Reader, action: string, name: string, args: object) =>
  textOf(reader, '/admin', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain;charset=UTF-8', 'Next-Action': action },
    body: JSON.stringify([{ name, args }]),
  })

export const slugs: string[] = Object.values(defaultSlugs)

/** All that somebody may read by REST, without links followed. */
export const readAll = async (reader: Reader): Promise<Map<string, Json[]>> => {
  const all = new Map<string, Json[]>()
  for (const slug of slugs) {
    const docs: Json[] = []
    for (let page = 1, more = true; more; page += 1) {
      const { text } = await textOf(reader, `/api/${slug}?depth=0&limit=100&page=${page}`)
      const found = JSON.parse(text)
      docs.push(...(found.docs ?? []))
      more = found.hasNextPage === true && page < 20
    }
    all.set(slug, docs)
  }
  return all
}

/** What names a document to people; what somebody may not read of these is a leak in a page. */
const named: Record<string, string[]> = {
  partners: ['name', 'email', 'contactEmail', 'address'],
  customers: ['name', 'email'],
  'sales-reps': ['name', 'email'],
  engineers: ['name', 'email'],
  users: ['email', 'username'],
  orders: ['orderNumber'],
  licenses: ['licenseId'],
}

const namesIn = (all: Map<string, Json[]>): string[] =>
  Object.entries(named).flatMap(([slug, fields]) =>
    (all.get(slug) ?? []).flatMap((doc) => fields.map((field) => doc[field])),
  )

/** Names of documents that a reader finds nowhere in what REST answers. */
export const foreignNames = (all: Map<string, Json[]>, own: Map<string, Json[]>): string[] => {
  const known = JSON.stringify([...own])
  const long = namesIn(all).filter((name) => typeof name === 'string' && name.length > 6)
  return [...new Set(long)].filter((name) => !known.includes(name))
}
