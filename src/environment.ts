import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URI: z.string().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  PAYLOAD_SECRET: z.string().min(16, 'Use at least 16 characters.').optional(),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().includes('@').default('no-reply@localhost'),
  DEMO: z.enum(['0', '1']).optional(),
  DEMO_PASSWORD: z.string().min(8).default('demo-Password-1'),
})

/** Only for trying the demo on one's own machine; anything else sets PAYLOAD_SECRET. */
const DEMO_SECRET = 'demo-secret-never-for-production'

/**
 * The host app's settings.
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
    dataDir: settings.DATA_DIR,
    secret: settings.PAYLOAD_SECRET ?? DEMO_SECRET,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    demo,
    demoPassword: settings.DEMO_PASSWORD,
  }
}

export type Environment = ReturnType<typeof environment>
