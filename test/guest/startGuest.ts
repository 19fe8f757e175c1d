import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { sqliteAdapter as stockAdapter } from '@payloadcms/db-sqlite'
import {
  buildConfig,
  getPayload,
  handleEndpoints,
  type CollectionConfig,
  type Config,
  type Payload,
} from 'payload'

import { channelPlugin, type ChannelPluginOptions } from '../../src/index'
import { sqliteAdapter } from '../../src/exports/sqlite'
import type { Json } from '../support/fixtures'
import { askGraphql } from './askGraphql'

export const PASSWORD = 'a-Password-of-guests-1'

export type GuestAnswer = { status: number; body: Json }

export type Guest = {
  payload: Payload
  directory: string
  /** Asks Payload's own handler, as a host's Next route does. */
  send: (
    method: string,
    path: string,
    body?: unknown,
    token?: string,
    headers?: Record<string, string>,
  ) => Promise<GuestAnswer>
  /** The key under which `getPayload` keeps the instance. */
  key: string
  /** Logs in by e-mail. @returns a token */
  logIn: (email: string) => Promise<string>
  stop: () => Promise<void>
}

type Start = {
  /** `false`: the host without the plugin. */
  options?: ChannelPluginOptions | false
  config?: Partial<Config>
  /** Of a host that has run before. */
  directory?: string
}

/** As `create-payload-app` makes it: no access rules, no fields. Anew: Payload writes into it. */
export const blankUsers = (): CollectionConfig => ({ slug: 'users', auth: true, fields: [] })

export const databaseUrl = (directory: string): string =>
  pathToFileURL(path.join(directory, 'host.db')).href

export const newDirectory = () => mkdtemp(path.join(os.tmpdir(), 'channel-guest-'))

/**
 * The adapter that the documents tell a host to take, on a database of its own: of the server of
 * `TEST_DATABASE_URI`, else a file. `stock`: as Payload's own documents say.
 */
export const guestDatabase = async (directory: string, stock = false): Promise<Config['db']> => {
  const name = path.basename(directory).replaceAll(/\W/g, '_').toLowerCase()
  const uri = process.env.TEST_DATABASE_URI?.replace('{database}', name)
  if (!uri) {
    const adapter = stock ? stockAdapter : sqliteAdapter
    return adapter({ client: { url: databaseUrl(directory) }, push: true })
  }
  if (uri.startsWith('mongodb')) {
    const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
    return mongooseAdapter({ url: uri })
  }
  const { postgresAdapter } = await import('@payloadcms/db-postgres')
  return postgresAdapter({ pool: { connectionString: uri }, push: true })
}

/** Otherwise a second database of the same process with the same tables would get none. */
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

let starts = 0

/** A blank host with the plugin, each in a database of its own; not the host app of this repository. */
export const startGuest = async ({ options = {}, config = {}, directory }: Start = {}) => {
  const home = directory ?? (await newDirectory())
  starts += 1
  const key = `${home}#${starts}`
  const payload = await getPayload({
    key,
    config: buildConfig({
      collections: [blankUsers()],
      db: config.db ?? (await guestDatabase(home)),
      secret: 'only-for-tests',
      telemetry: false,
      typescript: { autoGenerate: false },
      logger: { options: { level: 'silent' } },
      plugins: options === false ? [] : [channelPlugin(options)],
      ...config,
    }),
  })
  const send = sender(payload, key)
  const guest: Guest = {
    payload,
    directory: home,
    key,
    send,
    logIn: async (email) => {
      const { users } = (payload.config.custom?.channel?.options.slugs ?? blank) as typeof blank
      const { body } = await send('POST', `/api/${users}/login`, { email, password: PASSWORD })
      if (!body.token) throw new Error(`${email} can't log in: ${JSON.stringify(body)}`)
      return body.token
    },
    stop: async () => {
      await payload.destroy()
      if (!directory) await rm(home, { recursive: true, force: true })
    },
  }
  return guest
}

const blank = { users: 'users' }

const sender =
  (payload: Payload, key: string): Guest['send'] =>
  async (method, to, body, token, headers = {}) => {
    const request = new Request(`http://host.test${to}`, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `JWT ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const { config } = payload
    const response =
      to === '/api/graphql'
        ? await askGraphql(payload, key, request)
        : await handleEndpoints({ config, payloadInstanceCacheKey: key, request })
    const text = await response.text()
    return { status: response.status, body: text ? parsed(text) : {} }
  }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return { text }
  }
}
