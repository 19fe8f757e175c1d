import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { environment, type Environment } from './environment'
import type { Host, Mode } from './server'

// Everything heavy is imported further down, after NODE_ENV has been settled.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const modes: Record<string, 'build' | Mode> = {
  '--api': 'api',
  '--build': 'build',
  '--worker': 'worker',
}

const main = async (): Promise<void> => {
  const started = Date.now()
  const [flag] = process.argv.slice(2)
  const mode = flag === undefined ? 'full' : modes[flag]
  if (!mode) throw new Error(`Unknown: ${flag}. Use ${Object.keys(modes).join(', ')} or nothing.`)
  if (process.env.PORT === '0') process.env.PORT = String(await freePort())
  const settings = environment()
  settle(settings)
  if (mode === 'build' || mode === 'full') {
    const { buildPages } = await import('./server/buildPages')
    await buildPages({ root, say: console.log })
  }
  if (mode === 'build') return
  const { startHost } = await import('./server')
  const { onStopSignal } = await import('./server/onStopSignal')
  const host = await startHost(settings, mode)
  onStopSignal(host.stop, host.fail)
  announce(host, settings, mode, Date.now() - started)
}

/**
 * The admin panel's bundle reads the settings for itself: it must come to the same ones, although
 * React and Next run in production mode even for a demo.
 */
const settle = ({ demo, secret, signingKey }: Environment): void => {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DEMO: demo ? '1' : '0',
    PAYLOAD_SECRET: secret,
    ...(signingKey && { LICENSE_SIGNING_KEY: signingKey }),
    NEXT_TELEMETRY_DISABLED: '1',
  })
}

/** Links need the port before there is a server. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const announce = (host: Host, settings: Environment, mode: Mode, ms: number): void => {
  const { publicUrl } = settings
  const panel = mode === 'full' ? [`  Admin panel  ${publicUrl}/admin`] : []
  const api = [`  API          ${publicUrl}/api`, `  API docs     ${publicUrl}/api/v1/docs`]
  const mails = settings.smtpUrl ? [] : [`  Mails        ${path.resolve(settings.dataDir, 'mail')}`]
  console.log(
    [
      `payload-channel is ready (${(ms / 1000).toFixed(1)} s).`,
      ...(host.address ? [...panel, ...api] : ['  Working off jobs.']),
      ...mails,
      ...demoLines(host, settings),
    ].join('\n'),
  )
}

const demoLines = ({ demoUsers }: Host, { demoPassword }: Environment): string[] => [
  ...(demoUsers.length > 0 ? [`  Demo users, password ${demoPassword}:`] : []),
  ...demoUsers.map(({ email, role, username }) =>
    [`    ${email.padEnd(22)}`, role.padEnd(12), username && `user name ${username}`]
      .filter(Boolean)
      .join(' ')
      .trimEnd(),
  ),
]

/** What went wrong, for the person who started it: no stack unless it's a bug of ours. */
main().catch((error: NodeJS.ErrnoException) => {
  const { address, code, message, port } = error as {
    address?: string
    port?: number
  } & typeof error
  console.error(
    code === 'EADDRINUSE'
      ? `Port ${port} at ${address} is in use. Set PORT to another one.`
      : `payload-channel could not start: ${message}`,
  )
  process.exit(1)
})
