import type { Check } from './audit'
import { amountsAreCertain, pricesAreCertain } from './minorUnits'

/** Nobody can tell from an amount in which minor units it was entered: these are for people to look at. */
export const moneyChecks: Check[] = [
  {
    name: 'price-list-minor-units',
    proves: 'No prices are in a currency whose minor units were once taken for others.',
    of: 'priceLists',
    severity: 'notice',
    inspect: pricesAreCertain,
  },
  {
    name: 'order-minor-units',
    proves: 'No order is in a currency whose minor units were once taken for others.',
    of: 'orders',
    severity: 'notice',
    inspect: amountsAreCertain('total'),
  },
  {
    name: 'purchase-minor-units',
    proves: 'No purchase is in a currency whose minor units were once taken for others.',
    of: 'purchases',
    severity: 'notice',
    inspect: amountsAreCertain('amount'),
  },
]
