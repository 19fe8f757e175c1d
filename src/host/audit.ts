import { parseArgs } from 'node:util'

import { environment } from './environment'

// Everything heavy is imported further down, after the process has been settled.

const main = async (): Promise<boolean> => {
  const { values } = parseArgs({
    options: { acknowledged: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  // An audit changes nothing, not even the tables of an older version.
  process.env.PAYLOAD_MIGRATING = 'true'
  const settings = environment()
  const { createLocalReq, getPayload } = await import('payload')
  const { hostConfig } = await import('./hostConfig')
  const { createLogger } = await import('./server/logger')
  const { destination } = await import('pino')
  const config = await hostConfig(settings)
  const logger = createLogger('error', destination(2)) as never
  const payload = await getPayload({ config: { ...config, logger }, disableOnInit: true })
  try {
    const audit = await import('../integrity/runAudit')
    const { startAudit } = await import('../integrity/audit')
    const { auditAcknowledged } = await import('../integrity/acknowledged')
    const { checks } = await import('../integrity/checks')
    const { hasFailed, reportAudit } = await import('../integrity/reportAudit')
    const running = startAudit(await createLocalReq({}, payload), new Date())
    const results = await audit.runAudit(running, checks)
    if (values.acknowledged) results.push(await auditAcknowledged(running, values.acknowledged))
    const text = values.json ? JSON.stringify(results, null, 2) : reportAudit(results)
    process.stdout.write(`${text}\n`)
    return hasFailed(results)
  } finally {
    await payload.destroy()
  }
}

main().then(
  (failed) => {
    process.exitCode = failed ? 1 : 0
  },
  (error: Error) => {
    process.stderr.write(`The audit could not run: ${error.message}\n`)
    process.exit(2)
  },
)
