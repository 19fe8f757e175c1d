import { z } from 'zod'

import { keptSecret } from './server/keptSecret'
import { keptSigningKey } from './server/keptSigningKey'

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)
const flag = z.enum(['0', '1'])

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URI: z.string().optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().positive().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  PAYLOAD_SECRET: z.string().min(16, 'Use at least 16 characters.').optional(),
  LICENSE_SIGNING_KEY: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().includes('@').default('no-reply@localhost'),
  DEMO: flag.optional(),
  DEMO_PASSWORD: z.string().min(12, 'Use at least 12 characters.').default('demo-Password-1'),
  WORKER: flag.default('1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16, 'Use at least 16 characters.').optional(),
  TRUST_PROXY: z.string().optional(),
  BODY_LIMIT_BYTES: count(1_048_576),
  UPLOAD_LIMIT_BYTES: count(26_214_400),
  RATE_LIMIT_LOGIN: count(200),
  RATE_LIMIT_ACCOUNT: count(10),
  RATE_LIMIT_RECOVERY: count(20),
  RATE_LIMIT_RECOVERY_OF_ACCOUNT: count(5),
  RATE_LIMIT_PUBLIC: count(60),
  RATE_LIMIT_WINDOW_SECONDS: count(900),
  RATE_LIMIT_USAGE: count(120),
  RATE_LIMIT_VALIDATE: count(600),
  RATE_LIMIT_UNKNOWN_LICENSES: count(60),
})

/** Every variable that the host app reads. */
export const variableNames = Object.keys(schema.shape)

/**
 * The host app's settings. Without PAYLOAD_SECRET, and outside production, one is made at the first
 * start and kept in the data folder.
 * @throws Error that names each variable at fault; a missing PAYLOAD_SECRET in production without the demo
 */
export const environment = (variables: NodeJS.ProcessEnv = process.env) => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Error(`Wrong settings:\n${z.prettifyError(parsed.error)}`)
  const settings = parsed.data
  const production = settings.NODE_ENV === 'production'
  const demo = settings.DEMO === undefined ? !production : settings.DEMO === '1'
  if (production && !demo && !settings.PAYLOAD_SECRET)
    throw new Error(
      'PAYLOAD_SECRET is missing: set it to a long random text (openssl rand -hex 32).',
    )
  return {
    port: settings.PORT,
    host: settings.HOST,
    databaseUri: settings.DATABASE_URI,
    /** Connections of this process at most, where the database is a server; absent = the driver's own. */
    databasePoolSize: settings.DATABASE_POOL_SIZE,
    dataDir: settings.DATA_DIR,
    secret: settings.PAYLOAD_SECRET ?? keptSecret(settings.DATA_DIR),
    /** For certificates; in production without the demo there are none until one is set. */
    signingKey:
      settings.LICENSE_SIGNING_KEY ??
      (production && !demo ? undefined : keptSigningKey(settings.DATA_DIR)),
    /** The address that the host was told to have; absent where it answers under any name. */
    serverUrl: settings.PUBLIC_URL && new URL(settings.PUBLIC_URL).origin,
    /** Where links lead. */
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    demo,
    demoPassword: settings.DEMO_PASSWORD,
    worker: settings.WORKER === '1',
    logLevel: settings.LOG_LEVEL,
    http: httpSettings(settings),
    rateLimits: rateLimitSettings(settings),
  }
}

const httpSettings = (settings: z.output<typeof schema>) => ({
  /** What `/metrics` asks for; absent = open to whoever reaches it. */
  metricsToken: settings.METRICS_TOKEN,
  publicOrigin: settings.PUBLIC_URL && new URL(settings.PUBLIC_URL).origin,
  /** As Express takes it: a number of hops, `true`, or addresses; off by default. */
  trustProxy: parseTrustProxy(settings.TRUST_PROXY),
  bodyLimitBytes: settings.BODY_LIMIT_BYTES,
  uploadLimitBytes: settings.UPLOAD_LIMIT_BYTES,
})

const rateLimitSettings = (settings: z.output<typeof schema>) => ({
  /** Failed logins of one address in a window. */
  login: settings.RATE_LIMIT_LOGIN,
  /** Failed logins of one address at one account in a window. */
  account: settings.RATE_LIMIT_ACCOUNT,
  /** Requests for a new password of one address in a window. */
  recovery: settings.RATE_LIMIT_RECOVERY,
  /** Requests for a new password of one account in a window. */
  recoveryOfAccount: settings.RATE_LIMIT_RECOVERY_OF_ACCOUNT,
  /** What anybody may send without an account, of one address in a window. */
  public: settings.RATE_LIMIT_PUBLIC,
  windowSeconds: settings.RATE_LIMIT_WINDOW_SECONDS,
  /** Usage reports of one license in a minute. */
  usage: settings.RATE_LIMIT_USAGE,
  /** Validations of one address in a minute. */
  validate: settings.RATE_LIMIT_VALIDATE,
  /** Validations of one address in a minute that name a license which there is not. */
  unknownLicenses: settings.RATE_LIMIT_UNKNOWN_LICENSES,
})

const parseTrustProxy = (value: string | undefined): boolean | number | string => {
  if (value === undefined || value === 'false') return false
  if (value === 'true') return true
  return /^\d+$/.test(value) ? Number(value) : value
}

export type Environment = ReturnType<typeof environment>
export type HttpSettings = Environment['http']
