import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { connect } from 'node:net'

import { createLogger } from '../../src/host/server/logger'
import { startHttp, type HttpApp } from '../host/server/startHttp'

let app: HttpApp
let token: string

beforeAll(async () => {
  app = await startHttp()
  const credentials = { email: 'ann@example.com', password: 'a-Password-of-tests-1' }
  await app.payload.create({ collection: 'users', data: { ...credentials, roles: ['admin'] } })
  // Payload writes into the log of the process, as the host has it.
  app.payload.logger = createLogger('debug', {
    write: (line) => void app.lines.push(line),
  })
  const { token: given } = await app.payload.login({ collection: 'users', data: credentials })
  token = given as string
})
afterAll(() => app?.stop())

/** What stands on the line, byte for byte: most clients would not send it so. @returns the status */
const send = (head: string[], body: Buffer | string = ''): Promise<number> =>
  new Promise((resolve, reject) => {
    const text = [...head, 'Host: localhost', 'Connection: close', '', ''].join('\r\n')
    let answer = ''
    const socket = connect(app.port, '127.0.0.1', () => {
      socket.write(Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(body)]))
    })
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)))
  })

const sized = (body: Buffer | string) => `Content-Length: ${Buffer.byteLength(body)}`
const as = () => `Authorization: JWT ${token}`

describe('a method', () => {
  it.each(['TRACE', 'PROPFIND', 'LINK', 'M-SEARCH', 'PURGE', 'QUERY'])(
    'that no route has is answered with those that there are: %s',
    async (method) => {
      for (const path of ['/api/orders', '/api/v1/orders', '/api/graphql', '/', '/healthz'])
        expect([path, await send([`${method} ${path} HTTP/1.1`])]).toEqual([path, 405])
    },
  )

  it('that nobody knows, or that wants a tunnel, harms nothing', async () => {
    for (const line of ['CONNECT a:443 HTTP/1.1', 'BREW /api HTTP/1.1', 'get /api HTTP/1.1'])
      expect([line, (await send([line])) < 500]).toEqual([line, true])
    expect(await send(['GET /healthz HTTP/1.1'])).toBe(200)
  })
})

const multipart = (boundary: string) => `Content-Type: multipart/form-data; boundary=${boundary}`
const part = '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n'
const json = 'Content-Type: application/json'

const bodies: [words: string, headers: string[], body: Buffer | string][] = [
  ['multipart without a boundary', ['Content-Type: multipart/form-data'], 'x'],
  ['multipart with an empty boundary', [multipart('')], 'x'],
  ['multipart of garbage', [multipart('x')], Buffer.from([0, 255, 13, 10, 1])],
  ['multipart without an end', [multipart('x')], `${part}{"name":"a"}`],
  ['multipart of no JSON', [multipart('x')], `${part}{\r\n--x--`],
  ['multipart of a list', [multipart('x')], `${part}[]\r\n--x--`],
  ['multipart of null', [multipart('x')], `${part}null\r\n--x--`],
  ['multipart of another kind', ['Content-Type: multipart/mixed; boundary=x'], `${part}{}`],
  ['multipart without parts', [multipart('x')], '--x--'],
  ['a part without a name', [multipart('x')], '--x\r\nContent-Disposition: a\r\n\r\n1\r\n--x--'],
  ['a file that nobody asked for', [multipart('x')], `${part.replace('_payload', 'file')}1`],
  [
    'bytes that are no UTF-8',
    [json],
    Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  ],
  ['half a character', [json], '{"name":"\\ud800","level":1}'],
  ['NUL bytes', [json], '{"name":"a\\u0000b"}'],
  ['a number beyond all bounds', [json], `{"level":${'9'.repeat(500)}}`],
  ['levels without end', [json], `{"name":${'['.repeat(100_000)}`],
  ['an encoding that it has not', [json, 'Content-Encoding: gzip'], '{}'],
  ['a charset that there is not', ['Content-Type: application/json; charset=x'], '{}'],
  ['a type that is none', ['Content-Type: ;;;'], '{}'],
  ['a form', ['Content-Type: application/x-www-form-urlencoded'], 'a=%ED%A0%80'],
  ['XML', ['Content-Type: text/xml'], '<!DOCTYPE a SYSTEM "file:///etc/passwd">'],
  ['a read in no disguise', [json, 'X-Payload-HTTP-Method-Override: GET'], '{'],
]

const routes = ['/api/tiers', '/api/users/login', '/api/v1/resellers', '/api/graphql', '/api/none']

describe('a body', () => {
  it.each(bodies)('of %s is refused, and nothing is made of it', async (_words, headers, body) => {
    for (const path of routes) {
      const status = await send([`POST ${path} HTTP/1.1`, as(), sized(body), ...headers], body)
      expect([path, status, status >= 400 && status < 500]).toEqual([path, status, true])
    }
    expect((await app.payload.count({ collection: 'tiers' })).totalDocs).toBe(0)
  })
})

const heads: [words: string, line: string, headers: string[]][] = [
  ['two lengths', 'POST /api/tiers', ['Content-Length: 1', 'Content-Length: 2']],
  ['a length below zero', 'POST /api/tiers', ['Content-Length: -1']],
  ['a length in letters', 'POST /api/tiers', ['Content-Length: abc']],
  ['a length and chunks', 'POST /api/tiers', ['Content-Length: 1', 'Transfer-Encoding: chunked']],
  ['chunks that are none', 'POST /api/tiers', ['Transfer-Encoding: chunked', json]],
  ['an unknown transfer', 'POST /api/tiers', ['Transfer-Encoding: x']],
  ['an expectation', 'GET /api/tiers', ['Expect: x']],
  ['a token of garbage', 'GET /api/tiers', ['Authorization: JWT \xff\xfe.x.y']],
  ['a token of nothing', 'GET /api/tiers', ['Authorization: JWT ']],
  ['another scheme', 'GET /api/v1/orders', ['Authorization: Basic \xff']],
  ['cookies of garbage', 'GET /api/users/me', ['Cookie: payload-token=%E0%A4%A; =; \xff=1']],
  ['a language of garbage', 'GET /api/users/me', ['Accept-Language: \xff;q=x,,;']],
  ['an origin of garbage', 'POST /api/tiers', ['Origin: \xff', 'Cookie: payload-token=x']],
  ['a range of garbage', 'GET /api/v1/docs/docs.js', ['Range: bytes=-x']],
  ['a path of bytes', 'GET /api/\xff\xfe', []],
  ['a path that is no UTF-8', 'GET /api/tiers/%ff', []],
  ['a path that says nothing', 'GET //', []],
  ['a path of another host', 'GET http://[::1', []],
  ['a star', 'OPTIONS *', []],
  ['a long query', `GET /api/tiers?${'a[]=1&'.repeat(2_000)}`, []],
  ['a deep query', `GET /api/tiers?where${'[a]'.repeat(2_000)}=1`, []],
  ['a query of bytes', 'GET /api/tiers?where[name][equals]=\xff', []],
  ['a header override', 'GET /api/tiers', ['X-HTTP-Method-Override: TRACE']],
  ['a body of a read', 'GET /api/tiers', ['Content-Length: 2', json]],
  [
    'a read in disguise',
    'POST /api/tiers',
    ['X-HTTP-Method-Override: GET', json, 'Content-Length: 2'],
  ],
]

describe('a head', () => {
  it.each(heads)('with %s is no fault of ours', async (_words, line, headers) => {
    const status = await send([`${line} HTTP/1.1`, ...headers], 'no chunk\r\n\r\n')
    expect([status, status < 500]).toEqual([status, true])
  })

  it('without sense leaves the server answering', async () => {
    expect(await send(['GET /readyz HTTP/1.1'])).toBe(200)
  })
})

describe('the log', () => {
  it('has no error and no stack for what clients got wrong, and one line to look for it', () => {
    const lines = app.lines.map((line) => JSON.parse(line) as { level: number; msg: string })
    const refused = lines.filter(({ msg }) => msg.startsWith('refused: '))
    expect(refused.length).toBeGreaterThan(0)
    expect(lines.filter(({ level }) => level >= 50)).toEqual([])
    expect(app.lines.filter((line) => line.includes('"stack"'))).toEqual([])
  })
})
