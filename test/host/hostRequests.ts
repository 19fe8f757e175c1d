import { PASSWORD, type Send } from './template/src/channelStory'

/** Requests to a host that is served at an address. */
export const sendTo =
  (url: string): Send =>
  async (method, path, body, token) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `JWT ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }

/** @returns the token of the host's first user */
export const ownerOf = async (send: Send): Promise<string> => {
  const login = { email: 'owner@host.test', password: PASSWORD }
  return (await send('POST', '/users/login', login)).body.token
}

/** A page of the panel as its user gets it, with all that its style sheets say. */
export const pageWithStyles = async (url: string, path: string, token: string) => {
  const page = await fetch(`${url}${path}`, { headers: { Cookie: `payload-token=${token}` } })
  const html = await page.text()
  const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, to]) => to)
  const sheets = await Promise.all(
    links.map(async (to) => {
      const sheet = await fetch(new URL(to ?? '', url))
      return { status: sheet.status, text: await sheet.text() }
    }),
  )
  return { status: page.status, html, sheets }
}
