import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { buildConfig, getPayload, type CollectionConfig, type Config, type Plugin } from 'payload'

import { createApp } from '../../src/host/server/createApp'
import { channelPlugin, type ChannelPluginOptions } from '../../src/index'
import { sqliteAdapter } from '../../src/exports/sqlite'

/** As in the website template: whoever has logged in. */
const authenticated = ({ req: { user } }: { req: { user: unknown } }) => {
  return Boolean(user)
}

const title = { name: 'title', type: 'text' } as const

const collections: CollectionConfig[] = [
  {
    slug: 'users',
    auth: true,
    fields: [
      { name: 'isStaff', type: 'checkbox' },
      { name: 'name', type: 'text' },
    ],
  },
  { slug: 'pages', trash: true, versions: { drafts: true }, fields: [title] },
  { slug: 'media', upload: { staticDir: os.tmpdir() }, fields: [title] },
  {
    slug: 'posts',
    versions: { drafts: true },
    fields: [title],
    access: {
      create: authenticated,
      delete: authenticated,
      update: authenticated,
      read: ({ req }) => (req.user ? true : { _status: { equals: 'published' } }),
    },
  },
  { slug: 'news', fields: [title], access: { read: () => true } },
]

/** What a plugin adds after ours has run. */
const latePlugin: Plugin = (config) => ({
  ...config,
  collections: [...(config.collections ?? []), { slug: 'forms', fields: [title] }],
  globals: [...(config.globals ?? []), { slug: 'redirects', fields: [title] }],
})

/** A host as `create-payload-app` makes it, plus what people add in their first week; no access rules. */
export const startBlankHost = async (
  options: ChannelPluginOptions = {},
  config: Partial<Config> = {},
) => {
  // A second host of the same schema would find its database empty.
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const directory = await mkdtemp(path.join(os.tmpdir(), 'channel-blank-'))
  const payload = await getPayload({
    key: directory,
    config: buildConfig({
      collections: structuredCloneOf(collections, directory),
      globals: [{ slug: 'header', versions: { drafts: true }, fields: [title] }],
      db: sqliteAdapter({
        client: { url: pathToFileURL(path.join(directory, 'host.db')).href },
        push: true,
        transactionOptions: {},
      }),
      secret: 'only-for-tests',
      telemetry: false,
      typescript: { autoGenerate: false },
      logger: { options: { level: 'silent' } },
      plugins: [channelPlugin(options), latePlugin],
      ...config,
    }),
  })
  const server = createServer(createApp({ payload, cacheKey: directory }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    await new Promise((resolve) => server.close(resolve))
    await payload.destroy()
    await rm(directory, { recursive: true, force: true })
  }
  return { payload, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

export type BlankHost = Awaited<ReturnType<typeof startBlankHost>>

/** Payload writes into what it is given; files go where they are removed. */
const structuredCloneOf = (given: CollectionConfig[], directory: string): CollectionConfig[] =>
  given.map((one) => ({
    ...one,
    fields: one.fields.map((field) => ({ ...field })),
    ...(one.upload && { upload: { staticDir: path.join(directory, 'media') } }),
  }))
