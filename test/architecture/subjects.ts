import { type Import, importsOf } from './importsOf'

/** In their order: a subject may import those before it, and none after. The first line is machinery. */
export const subjects = [
  ...['time', 'money', 'records', 'access', 'queue', 'mail', 'unit'],
  ...['changeLog', 'events', 'accounts', 'products', 'agreements', 'partners', 'customers'],
  ...['contracts', 'pricing', 'purchases', 'licenses', 'deployments', 'usage', 'sites', 'orders'],
  ...['selections', 'workflows', 'sharing', 'performance', 'tierMoves', 'loyalty', 'payouts'],
  ...['alerts', 'insights', 'timeline', 'stats'],
]

const places = /^(?:src\/(?:domain|operations|api|admin)|collections|endpoints|hooks)\/(\w+)\//

const subjectOf = (file: string): number => subjects.indexOf(places.exec(file)?.[1] ?? '')

/** The imports of a file that lead to a later subject, e.g. `hooks/licenses/a → src/domain/alerts/b`. */
export const upwardImports = (file: string, imports: Import[] = importsOf(file)): string[] => {
  const own = subjectOf(file)
  if (own < 0) return []
  return imports
    .filter(({ target }) => subjectOf(target) > own)
    .map(({ target }) => `${file.replace(/\.tsx?$/, '')} → ${target}`)
}

/**
 * Those that there are: a license is created together with its first deployment, its page shows what
 * happens to it later, and a purchase is applied to its license. New ones fail the test, and so does
 * a line here that is no longer true.
 */
export const knownUpward = new Set([
  'endpoints/licenses/createLicense → src/api/deployments/deploymentView',
  'hooks/licenses/propagateOwners → src/operations/alerts/reassignAlerts',
  'hooks/licenses/propagateOwners → src/operations/deployments/reassignDeployments',
  'hooks/purchases/applyPurchase → src/operations/licenses/applyPendingPurchases',
  'hooks/purchases/setPurchaseDefaults → src/operations/licenses/purchaseFromDocument',
  'src/admin/licenses/DeploymentDialog → src/admin/deployments/DeploymentFields',
  'src/admin/licenses/DeploymentDialog → src/admin/deployments/deploymentDraft',
  'src/admin/licenses/LicenseOverview → src/admin/timeline/LicenseTimeline',
  'src/api/licenses/licenseInput → src/api/deployments/deploymentInput',
  'src/operations/licenses/createLicense → src/operations/deployments/scheduleDeployment',
])
