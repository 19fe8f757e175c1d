import autocannon, { type Options, type Request } from 'autocannon'

/** Connections that send at the same time, each kept alive. */
export const CONNECTIONS = 8

const send = async (url: string, body: object, token?: string): Promise<string> => {
  const headers = { 'content-type': 'application/json', ...authorization(token) }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`)
  return text
}

/** POSTs JSON. @throws with the answer's text when it is not a success */
export const post = async <T>(url: string, body: object, token?: string): Promise<T> =>
  JSON.parse(await send(url, body, token)) as T

/** How long a POST takes until the last byte of its answer, in seconds. */
export const secondsOf = async (url: string, body: object, token?: string): Promise<number> => {
  const start = performance.now()
  await send(url, body, token)
  return (performance.now() - start) / 1_000
}

const authorization = (token?: string): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {}

/**
 * Sends the requests over and over on all connections for so many seconds.
 * @returns how many succeeded, and in each second
 * @throws when one of them did not succeed
 */
export const drive = async (
  url: string,
  requests: Request[],
  seconds: number,
  token?: string,
): Promise<{ done: number; perSecond: number }> => {
  const headers = { 'content-type': 'application/json', ...authorization(token) }
  const options: Options = { url, connections: CONNECTIONS, duration: seconds, headers, requests }
  const result = await autocannon(options)
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${url}: ${failed} of ${result.requests.total} requests failed.`)
  return { done: result['2xx'], perSecond: result['2xx'] / result.duration }
}
