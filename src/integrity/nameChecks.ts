import type { SlugKey } from '../slugs'
import type { Check } from './audit'
import { addressIsOnce, isKnownByName, isSeen, looksLikeNoOther, usersAreSeen } from './names'

/** Who or what has a name of its own, in the words of a report, and the field that has it. */
const named: [of: SlugKey, word: string, field: string][] = [
  ['partners', 'partner', 'name'],
  ['customers', 'customer', 'name'],
  ['products', 'product', 'name'],
  ['tiers', 'tier', 'name'],
  ['priceLists', 'price-list', 'name'],
  ['engineers', 'engineer', 'name'],
  ['salesReps', 'sales-rep', 'name'],
  ['orderItems', 'line', 'endUserName'],
]

/** Of others two may have one name: two people, or the customers of two partners. */
const toldApart: SlugKey[] = ['partners', 'tiers', 'priceLists']

const addressed: [of: SlugKey, word: string][] = [
  ['engineers', 'engineer'],
  ['salesReps', 'sales-rep'],
  ['users', 'user'],
]

/** Names and addresses were once taken as they came. */
export const nameChecks: Check[] = [
  ...named.map(([of, word, field]): Check => ({
    name: `${word}-name-seen`,
    proves: `Every name of a ${word.replace('-', ' ')} can be seen and reads as it is written.`,
    of,
    severity: 'warning',
    inspect: isSeen(field),
  })),
  ...named
    .filter(([of]) => toldApart.includes(of))
    .map(([of, word, field]): Check => ({
      name: `${word}-name-once`,
      proves: `No name of a ${word.replace('-', ' ')} looks like that of another.`,
      of,
      severity: 'warning',
      inspect: looksLikeNoOther(of, field),
    })),
  {
    name: 'customer-name-key',
    proves: 'Every customer is known within its partner by what people see of its name.',
    of: 'customers',
    severity: 'warning',
    inspect: isKnownByName,
  },
  {
    name: 'user-name-seen',
    proves: 'Every name of a user can be seen and reads as it is written.',
    of: 'users',
    severity: 'warning',
    inspect: usersAreSeen,
  },
  ...addressed.map(([of, word]): Check => ({
    name: `${word}-email-once`,
    proves: `No ${word.replace('-', ' ')} is there twice, by an e-mail in another case.`,
    of,
    severity: 'warning',
    inspect: addressIsOnce(of),
  })),
]
