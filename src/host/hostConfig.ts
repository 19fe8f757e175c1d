import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig, type SanitizedConfig } from 'payload'

import { checkQuery } from '../../hooks/records/checkQuery'
import { describeError } from '../../hooks/records/describeError'
import { copyShared } from '../config/copyShared'
import { databaseAdapter } from './database/databaseAdapter'
import { dropVersionRoutes } from '../config/dropVersionRoutes'
import { hostEmail } from './mail/hostEmail'
import type { Environment } from './environment'
import type { ChannelPluginOptions } from '../options'
import { answerAbsentPreferences } from './server/answerAbsentPreferences'
import { channelPlugin } from '../plugin'

const migrations = {
  postgres: async () => (await import('../migrations/postgres')).migrations,
  sqlite: async () => (await import('../migrations/sqlite')).migrations,
}

const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** A client's mistakes are in the request log by their status; a stack of each would drown the rest. */
const loggingLevels = {
  AuthenticationError: 'debug',
  Forbidden: 'debug',
  Locked: 'debug',
  LockedAuth: 'debug',
  NotFound: 'debug',
  QueryError: 'debug',
  UnauthorizedError: 'debug',
  ValidationError: 'debug',
} as const

/** Payload's page for a lost password asks for the user name alone, and takes an address as well. */
const translations = {
  en: {
    authentication: {
      forgotPasswordUsernameInstructions:
        'Enter your user name or your e-mail address. We send you a mail with a link by which you set a new password.',
    },
  },
  zh: {
    authentication: {
      forgotPasswordUsernameInstructions:
        '请输入您的用户名或电子邮件地址。我们会发送一封邮件，其中的链接可用于设置新密码。',
    },
  },
}

/** Express knows which proxies to trust, and puts the address here for whatever comes behind it. */
const clientAddress = ({ headers }: { headers: Headers }): null | string =>
  headers.get('x-forwarded-for')

/** The host app's Payload config for some settings; tests make theirs with it too. */
export const hostConfig = async (
  {
    databasePoolSize: poolSize,
    databaseUri,
    dataDir,
    mailFrom,
    publicUrl,
    rateLimits,
    secret,
    serverUrl,
    signingKey,
    smtpUrl,
  }: Environment,
  options: ChannelPluginOptions = {},
): Promise<SanitizedConfig> =>
  buildConfig({
    secret,
    // Unset, the admin panel works under any name that reaches it: localhost, 127.0.0.1, a forwarded port.
    serverURL: serverUrl,
    telemetry: false,
    loggingLevels,
    admin: {
      avatar: 'default',
      importMap: { baseDir: source },
      meta: { titleSuffix: ' · payload-channel' },
    },
    db: await databaseAdapter({ uri: databaseUri, poolSize, dataDir, migrations }),
    email: hostEmail({ dataDir, mailFrom, smtpUrl }),
    // Payload's own collections as well: nobody else's answers are here.
    hooks: { afterError: [describeError] },
    i18n: { supportedLanguages: { en, zh }, fallbackLanguage: 'en', translations },
    // `generatedTypes.d.ts` declares them for this repository.
    typescript: {
      autoGenerate: false,
      declare: false,
      outputFile: path.resolve(source, 'payload-types.ts'),
    },
    plugins: [
      channelPlugin({
        publicUrl,
        rateLimits: { ...rateLimits, clientAddress },
        signing: { keys: signingKey },
        // Nobody else's roles are here, and this is the name that its REST answers have had.
        fieldNames: { roles: 'roles' },
        mails: { queueAll: true },
        ...options,
      }),
    ],
  }).then(guardPayloadsOwn)

/** Payload's own collections are asked as ours are: what they can't answer is refused before. */
const guardPayloadsOwn = (config: SanitizedConfig): SanitizedConfig => {
  copyShared(config)
  dropVersionRoutes([...config.collections, ...config.globals])
  answerAbsentPreferences(config.collections)
  for (const { hooks, slug } of config.collections)
    if (slug.startsWith('payload-')) hooks.beforeOperation.unshift(checkQuery)
  return config
}
