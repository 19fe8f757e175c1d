import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from 'payload-channel/sqlite'

const uri = process.env.DATABASE_URI || ''

/** Either of the two that the read-me names for a start. */
export const db = uri.startsWith('postgres:')
  ? postgresAdapter({ pool: { connectionString: uri }, push: false })
  : sqliteAdapter({ client: { url: uri }, push: false })
