/* Hosts of many kinds; each has the blank one's collections and something of its own. */
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, type Config, type SanitizedConfig } from 'payload'
import { channelPlugin, type ChannelPluginOptions } from 'payload-channel'
import { sqliteAdapter } from 'payload-channel/sqlite'

import { Media } from './collections/Media'
import { Users } from './collections/Users'

type Variant = () => { host: Partial<Config>; options?: ChannelPluginOptions }

const uri = process.env.DATABASE_URI || ''

const sqlite = (idType?: 'number' | 'uuid') =>
  sqliteAdapter({ client: { url: uri }, push: true, idType })

const postgres = (idType?: 'serial' | 'uuid') =>
  postgresAdapter({ pool: { connectionString: uri }, push: true, idType })

const textIds: Config['collections'] = [
  {
    ...Users,
    fields: [{ name: 'id', type: 'text', required: true, defaultValue: () => crypto.randomUUID() }],
  },
]

const variants: Record<string, Variant> = {
  'sqlite, numbers as IDs': () => ({ host: { db: sqlite('number') } }),
  'sqlite, UUIDs': () => ({ host: { db: sqlite('uuid') } }),
  'sqlite, users with texts as IDs': () => ({ host: { db: sqlite(), collections: textIds } }),
  'sqlite, routes and an address of its own': () => ({
    host: {
      db: sqlite(),
      routes: { admin: '/backstage', api: '/payload' },
      serverURL: 'https://host.test',
    },
  }),
  'sqlite, localization and drafts': () => ({
    host: {
      db: sqlite(),
      localization: { locales: ['en', 'zh'], defaultLocale: 'en', fallback: true },
      collections: [
        Users,
        Media,
        {
          slug: 'pages',
          versions: { drafts: { autosave: true } },
          fields: [{ name: 'title', type: 'text', localized: true }],
        },
      ],
    },
  }),
  'sqlite, users under another name': () => ({
    host: {
      db: sqlite(),
      admin: { user: 'members' },
      collections: [{ ...Users, slug: 'members' }],
    },
    options: { slugs: { users: 'members' } },
  }),
  'postgres, numbers as IDs': () => ({ host: { db: postgres('serial') } }),
  'postgres, UUIDs': () => ({ host: { db: postgres('uuid') } }),
  mongodb: () => ({ host: { db: mongooseAdapter({ url: uri }) } }),
}

export const variantConfig = (name: string): Promise<SanitizedConfig> => {
  const variant = variants[name]
  if (!variant) throw new Error(`No such variant: ${name}`)
  const { host, options } = variant()
  return buildConfig({
    collections: [Users, Media],
    secret: process.env.PAYLOAD_SECRET || '',
    telemetry: false,
    typescript: { autoGenerate: false },
    ...host,
    db: host.db!,
    plugins: [channelPlugin(options)],
  })
}
