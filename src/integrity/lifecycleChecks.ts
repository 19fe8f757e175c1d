import { isAnnounced } from './events/announced'
import type { Check } from './audit'
import { isLogged, stateIsLogged } from './changeLog/changeLog'
import { hasDeployed } from './deployments/deployed'
import { isOfItsHolder, isOfTheHolder } from './deployments/heldBy'
import { isUnique } from './records/isUnique'
import { hasReached } from './purchases/ledgers'
import { linksLead } from './records/linksLead'
import { ownersFit } from './records/ownersFit'
import { dayAddsUp, isCountedIn, isOfLicensedTime } from './usage/usage'

const always = () => true

/** What every document of a license links to. */
const ofLicense = {
  license: { to: 'licenses', required: always },
  customer: { to: 'customers' },
  partner: { to: 'partners' },
} as const

const purchaseChecks: Check[] = [
  {
    name: 'purchase-unique',
    proves: 'No two purchases have the same place on a license.',
    of: 'purchases',
    inspect: isUnique('purchases', 'purchaseKey'),
  },
  {
    name: 'purchase-request-unique',
    proves: 'No request made two purchases.',
    of: 'purchases',
    inspect: isUnique('purchases', 'requestKey'),
  },
  {
    name: 'purchase-reversal-unique',
    proves: 'No purchase was undone twice.',
    of: 'purchases',
    inspect: isUnique('purchases', 'reversalKey'),
  },
  {
    name: 'purchase-links',
    proves: 'Every purchase has its license and product, and whatever else it names.',
    of: 'purchases',
    inspect: linksLead({
      ...ofLicense,
      product: { to: 'products', required: always },
      order: { to: 'orders' },
      reverses: { to: 'purchases' },
      salesRep: { to: 'salesReps' },
    }),
  },
  {
    name: 'purchase-owners',
    proves: 'Every purchase belongs to whom its license belongs to, or belonged to.',
    of: 'purchases',
    inspect: ownersFit,
  },
  {
    name: 'purchase-holder',
    proves: 'Every purchase is read by whoever had the license when it was recorded.',
    of: 'purchases',
    inspect: isOfItsHolder,
  },
  {
    name: 'purchase-reached',
    proves: 'Whatever was bought has reached its license.',
    of: 'purchases',
    inspect: hasReached,
  },
]

const deploymentChecks: Check[] = [
  {
    name: 'deployment-links',
    proves: 'Every deployment has its license, and whatever else it names.',
    of: 'deployments',
    inspect: linksLead({ ...ofLicense, engineer: { to: 'engineers' } }),
  },
  {
    name: 'deployment-owners',
    proves: 'Every deployment belongs to whom its license belongs to, or belonged to.',
    of: 'deployments',
    inspect: ownersFit,
  },
  {
    name: 'deployment-holder',
    proves: 'Whatever is still to be deployed is read by whoever has the license now.',
    of: 'deployments',
    inspect: isOfTheHolder,
  },
  {
    name: 'deployment-logged',
    proves: 'The log knows of the creation of every deployment.',
    of: 'deployments',
    inspect: isLogged('deployments'),
  },
  {
    name: 'deployment-state-logged',
    proves: 'Every deployment went from state to state as the log says, and is where it ends.',
    of: 'deployments',
    inspect: stateIsLogged('deployments'),
  },
  {
    name: 'deployment-announced',
    proves: 'Every outcome of a deployment has its event.',
    of: 'deployments',
    inspect: isAnnounced('deployments'),
  },
  {
    name: 'deployment-license',
    proves: 'The license of a completed production deployment is known to be deployed.',
    of: 'deployments',
    inspect: hasDeployed,
  },
]

const usageChecks: Check[] = [
  {
    name: 'usage-report-unique',
    proves: 'No report of usage is kept twice.',
    of: 'usageReports',
    inspect: isUnique('usageReports', 'reportKey'),
  },
  {
    name: 'usage-report-links',
    proves: 'Every report of usage has its license, and whatever else it names.',
    of: 'usageReports',
    inspect: linksLead(ofLicense),
  },
  {
    name: 'usage-report-owners',
    proves: 'Every report of usage belongs to whom its license belongs to, or belonged to.',
    of: 'usageReports',
    inspect: ownersFit,
  },
  {
    name: 'usage-report-holder',
    proves: 'Every report of usage is read by whoever had the license when it came.',
    of: 'usageReports',
    inspect: isOfItsHolder,
  },
  {
    name: 'usage-report-licensed',
    proves: 'No use was reported of a license that had not started.',
    of: 'usageReports',
    severity: 'notice',
    inspect: isOfLicensedTime,
  },
  {
    name: 'usage-report-counted',
    proves: "Every report has its day, and none is newer than its license's latest usage.",
    of: 'usageReports',
    inspect: isCountedIn,
  },
  {
    name: 'usage-day-unique',
    proves: 'No day of a license is kept twice for one holder.',
    of: 'usageDays',
    inspect: isUnique('usageDays', 'dayKey'),
  },
  {
    name: 'usage-day-links',
    proves: 'Every day of usage has its license, and whatever else it names.',
    of: 'usageDays',
    inspect: linksLead(ofLicense),
  },
  {
    name: 'usage-day-owners',
    proves: 'Every day of usage belongs to whom its license belongs to, or belonged to.',
    of: 'usageDays',
    inspect: ownersFit,
  },
  {
    name: 'usage-day-holder',
    proves: 'Every day of usage is read by whoever had the license when it was first reported.',
    of: 'usageDays',
    inspect: isOfItsHolder,
  },
  {
    name: 'usage-day-figures',
    proves: 'A day of usage has the peaks and the number of its reports.',
    of: 'usageDays',
    inspect: dayAddsUp,
  },
]

const alertChecks: Check[] = [
  {
    name: 'alert-unique',
    proves: 'No cause raised an alert twice.',
    of: 'alerts',
    inspect: isUnique('alerts', 'alertKey'),
  },
  {
    name: 'alert-links',
    proves: 'Every alert has its license, and whatever else it names.',
    of: 'alerts',
    inspect: linksLead({ ...ofLicense, salesRep: { to: 'salesReps' } }),
  },
  {
    name: 'alert-owners',
    proves: 'Every alert belongs to whom its license belongs to, or belonged to.',
    of: 'alerts',
    inspect: ownersFit,
  },
  {
    name: 'alert-holder',
    proves: 'Every alert that is not resolved is read by whoever has the license now.',
    of: 'alerts',
    inspect: isOfTheHolder,
  },
]

export const lifecycleChecks: Check[] = [
  ...purchaseChecks,
  ...deploymentChecks,
  ...usageChecks,
  ...alertChecks,
]
