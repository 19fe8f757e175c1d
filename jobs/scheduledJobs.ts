import { expireLicenses } from '../src/operations/licenses/expireLicenses'
import { pruneJobRuns } from '../src/operations/queue/pruneJobRuns'
import { pruneRateWindows } from '../src/operations/access/pruneRateWindows'
import { resolveAlerts } from '../src/operations/alerts/resolveAlerts'
import { settleDeployments } from '../src/operations/deployments/deployLicense'
import type { ScheduledJob } from '../src/operations/queue/runScheduledJobs'
import { scanAlerts } from '../src/operations/alerts/scanAlerts'
import { scanAlertsOfUsage } from '../src/operations/alerts/scanAlertsOfUsage'
import { sendDigests } from '../src/operations/alerts/sendDigests'
import { applyRecentPurchases } from '../src/operations/licenses/applyRecentPurchases'
import { wakeAlerts } from '../src/operations/alerts/wakeAlerts'

/** What is done by the clock, in this order where several are due. A new job is a row here. */
export const scheduledJobs: ScheduledJob[] = [
  { name: 'expireLicenses', every: 'minute', run: expireLicenses },
  { name: 'wakeAlerts', every: 'minute', run: wakeAlerts },
  { name: 'scanAlerts', every: 'hour', run: scanAlerts },
  { name: 'scanAlertsOfUsage', every: 'day', run: scanAlertsOfUsage },
  { name: 'resolveAlerts', every: 'hour', run: resolveAlerts },
  { name: 'settleDeployments', every: 'hour', run: settleDeployments },
  { name: 'applyRecentPurchases', every: 'hour', run: applyRecentPurchases },
  { name: 'sendDigests', every: 'hour', run: sendDigests },
  { name: 'pruneJobRuns', every: 'day', run: pruneJobRuns },
  { name: 'pruneRateWindows', every: 'hour', run: pruneRateWindows },
]
