import { hasLines, lineAddsUp, totalsAddUp } from './amounts'
import { isAnnounced } from '../events/announced'
import type { Check } from '../audit'
import { leftNoLicense } from './cancelledOrders'
import { isLogged, stateIsLogged } from '../changeLog/changeLog'
import { isCounted } from '../records/counters'
import { createdWhenLogged } from '../changeLog/createdWhenLogged'
import { decidersAreThere } from './doers'
import { isUnique } from '../records/isUnique'
import { linksLead } from '../records/linksLead'
import { hasItsLicenses } from './orderLicenses'
import { isAsGiven } from '../copies'
import { hasAgreement, hasOneCurrency, keepsItsProduct } from './orderTerms'
import { hasNoRival } from '../pricing/priceLists'
import { isOfItsProduct } from '../takenSkus'

const always = () => true

export const orderChecks: Check[] = [
  {
    name: 'order-number-unique',
    proves: 'No order number stands twice.',
    of: 'orders',
    inspect: isUnique('orders', 'orderNumber'),
  },
  {
    name: 'order-number-form',
    proves: 'Every order is found by its number.',
    of: 'orders',
    severity: 'warning',
    inspect: isAsGiven('orderNumber'),
  },
  {
    name: 'order-request-unique',
    proves: 'No request made two orders.',
    of: 'orders',
    inspect: isUnique('orders', 'requestKey'),
  },
  {
    name: 'order-number-counted',
    proves: 'No order number will be given out again.',
    of: 'orders',
    inspect: isCounted('orderNumber'),
  },
  {
    name: 'order-links',
    proves: 'Every order has its partner.',
    of: 'orders',
    inspect: linksLead({
      partner: { to: 'partners', required: always },
      customer: { to: 'customers' },
    }),
  },
  {
    name: 'order-lines',
    proves: 'Every submitted order has lines.',
    of: 'orders',
    inspect: hasLines,
  },
  {
    name: 'order-totals',
    proves: 'The totals of an order are the sums of its lines.',
    of: 'orders',
    inspect: totalsAddUp,
  },
  {
    name: 'order-licenses',
    proves: 'An issued order has each of its licenses once; others have none.',
    of: 'orders',
    inspect: hasItsLicenses,
  },
  {
    name: 'order-cancelled',
    proves: 'No order that was canceled has left a valid license.',
    of: 'orders',
    inspect: leftNoLicense,
  },
  {
    name: 'order-currency',
    proves: 'Every order that holds is in one currency, with all of its lines.',
    of: 'orders',
    inspect: hasOneCurrency,
  },
  {
    name: 'order-agreement',
    proves: 'Every order that holds says which agreement was accepted for it, and when.',
    of: 'orders',
    severity: 'warning',
    inspect: hasAgreement,
  },
  {
    name: 'order-decider',
    proves: 'Every order that was decided about says by whom.',
    of: 'orders',
    severity: 'notice',
    inspect: decidersAreThere,
  },
  {
    name: 'order-logged',
    proves: 'The log knows of the creation of every order.',
    of: 'orders',
    inspect: isLogged('orders'),
  },
  {
    name: 'order-created-logged',
    proves: 'Every order says that it was created when the log says so.',
    of: 'orders',
    severity: 'warning',
    inspect: createdWhenLogged('orders'),
  },
  {
    name: 'order-state-logged',
    proves: 'Every order went from state to state as the log says, and is where it ends.',
    of: 'orders',
    inspect: stateIsLogged('orders'),
  },
  {
    name: 'order-announced',
    proves: 'Whatever was done with an order has its event.',
    of: 'orders',
    inspect: isAnnounced('orders'),
  },
  {
    name: 'line-links',
    proves: 'Every line has its order and its product.',
    of: 'orderItems',
    inspect: linksLead({
      order: { to: 'orders', required: always },
      product: { to: 'products', required: always },
    }),
  },
  {
    name: 'line-amounts',
    proves: 'The amounts of a line follow from its price, quantity, discount and tax rate.',
    of: 'orderItems',
    inspect: lineAddsUp,
  },
  {
    name: 'line-product',
    proves: 'Every line that waits for its licenses keeps what its product was.',
    of: 'orderItems',
    severity: 'warning',
    inspect: keepsItsProduct,
  },
  {
    name: 'line-product-sku',
    proves: 'No line became one of another product that took over its SKU.',
    of: 'orderItems',
    severity: 'warning',
    inspect: isOfItsProduct,
  },
  {
    name: 'price-list-rival',
    proves: 'No two active price lists are for the same buyers, currency and time.',
    of: 'priceLists',
    severity: 'warning',
    inspect: hasNoRival,
  },
  {
    name: 'customer-unique',
    proves: 'No partner has a customer of one name twice.',
    of: 'customers',
    inspect: isUnique('customers', 'nameKey'),
  },
]
