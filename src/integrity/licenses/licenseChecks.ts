import { isAnnounced } from '../events/announced'
import type { Check, Doc } from '../audit'
import { isLogged, stateIsLogged } from '../changeLog/changeLog'
import { hasItsOwnKey, isAsGiven } from '../copies'
import { isCounted } from '../records/counters'
import { createdWhenLogged } from '../changeLog/createdWhenLogged'
import { isUnique } from '../records/isUnique'
import { figuresFollow, ledgerIsWhole, termsFollow } from '../purchases/ledgers'
import { linksLead } from '../records/linksLead'
import { usageIsReported } from '../usage/usage'

const always = () => true

/** A license of an order knows its unit of the line; one made by hand has none. */
const isOfAnOrder = ({ unit }: Doc) => unit !== null && unit !== undefined

export const licenseChecks: Check[] = [
  {
    name: 'license-id-unique',
    proves: 'No license ID stands twice.',
    of: 'licenses',
    inspect: isUnique('licenses', 'licenseId'),
  },
  {
    name: 'license-id-form',
    proves: 'Every license is found by its ID.',
    of: 'licenses',
    severity: 'warning',
    inspect: isAsGiven('licenseId'),
  },
  {
    name: 'license-usage-key',
    proves: 'No two licenses are reported on with one key.',
    of: 'licenses',
    inspect: hasItsOwnKey('licenses'),
  },
  {
    name: 'license-unit-unique',
    proves: 'No unit of a line was issued twice.',
    of: 'licenses',
    inspect: isUnique('licenses', 'issueKey'),
  },
  {
    name: 'license-id-counted',
    proves: 'No license ID will be given out again.',
    of: 'licenses',
    inspect: isCounted('licenseId'),
  },
  {
    name: 'license-links',
    proves: 'Every license has its order, line, customer and product.',
    of: 'licenses',
    inspect: linksLead({
      order: { to: 'orders', required: isOfAnOrder },
      orderItem: { to: 'orderItems', required: isOfAnOrder },
      customer: { to: 'customers', required: always },
      product: { to: 'products', required: always },
      partner: { to: 'partners' },
    }),
  },
  {
    name: 'license-logged',
    proves: 'The log knows of the creation of every license.',
    of: 'licenses',
    inspect: isLogged('licenses'),
  },
  {
    name: 'license-created-logged',
    proves: 'Every license says that it was created when the log says so.',
    of: 'licenses',
    severity: 'warning',
    inspect: createdWhenLogged('licenses'),
  },
  {
    name: 'license-state-logged',
    proves: 'Every license went from state to state as the log says, and is where it ends.',
    of: 'licenses',
    inspect: stateIsLogged('licenses'),
  },
  {
    name: 'license-announced',
    proves: 'Whatever became of a license has its event.',
    of: 'licenses',
    inspect: isAnnounced('licenses'),
  },
  {
    name: 'license-ledger',
    proves: 'Every license began with one purchase, and its purchases are numbered without a gap.',
    of: 'licenses',
    inspect: ledgerIsWhole,
  },
  {
    name: 'license-terms',
    proves: 'Limits, product and expiry of a license are what its purchases amount to.',
    of: 'licenses',
    inspect: termsFollow,
  },
  {
    name: 'license-figures',
    proves: 'Every purchase of a license says what it made of the license.',
    of: 'licenses',
    inspect: figuresFollow,
  },
  {
    name: 'license-usage',
    proves: 'The latest usage of a license is what a report said.',
    of: 'licenses',
    inspect: usageIsReported,
  },
]
