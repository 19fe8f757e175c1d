import { getPayload } from 'payload'

import { startWorker } from '../../jobs/startWorker'
import { environment } from '../../src/host/environment'
import { hostConfig } from '../../src/host/hostConfig'

/** The jobs alone, by the settings in the environment; says when they have begun. */
const config = await hostConfig(environment(process.env))
const payload = await getPayload({ config })
payload.logger.level = 'silent'
startWorker(payload, { intervalMs: 100 })
// The worker keeps no process alive.
setInterval(() => {}, 60_000)
process.stdout.write('listening for-jobs\n')
